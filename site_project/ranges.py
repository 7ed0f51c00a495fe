"""Parts of a file, for players that ask for a video piece by piece; some play nothing otherwise."""

import re

from django.http import HttpResponse

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_PIECE = 64 * 1024


def in_parts(request, response):
    """Answer with the part that was asked for, if one was; otherwise the whole, as it came."""
    file = getattr(response, "file_to_stream", None)
    if response.status_code != 200 or file is None or "Content-Length" not in response:
        return response
    response["Accept-Ranges"] = "bytes"
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or not any(asked.groups()):
        return response
    size = int(response["Content-Length"])
    first, last = bounds(asked, size)
    if first > last:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    file.seek(first)
    response.status_code = 206
    response.streaming_content = pieces(file, last - first + 1)
    response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Content-Length"] = str(last - first + 1)
    return response


def bounds(asked, size):
    """First and last byte. Without a first, it is so many from the end."""
    first, last = asked.groups()
    if not first:
        return max(0, size - int(last)), size - 1
    return int(first), min(int(last) if last else size - 1, size - 1)


def pieces(file, left):
    while left > 0 and (piece := file.read(min(_PIECE, left))):
        left -= len(piece)
        yield piece
