from django_tasks import task


@task()
def cut_picture(picture_id: int) -> None:
    """Cut an uploaded picture to all sizes that pages show, so that no visitor waits for it."""
    from .models import SiteImage
    from .pictures import cut_all

    if picture := SiteImage.objects.filter(pk=picture_id).first():
        cut_all(picture)
