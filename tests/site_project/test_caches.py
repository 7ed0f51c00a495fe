"""A shared cache for several machines is a setting, not code."""

from django.core.cache.backends.redis import RedisCache


def test_what_redis_needs_is_installed():
    cache = RedisCache("redis://cache.example.edu:6379/0", {"KEY_PREFIX": "accord-pages"})

    # Made, not asked: no such machine is there.
    assert cache._cache.get_client(write=True).connection_pool.connection_kwargs["host"] == "cache.example.edu"
    assert cache.make_key("edition").startswith("accord-pages:")
