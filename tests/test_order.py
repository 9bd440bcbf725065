"""A run begins with what takes long."""

from itertools import groupby


def test_files_that_take_long_are_begun_first_and_none_is_torn(request):
    items = request.session.items
    short = [item.get_closest_marker("long") is None for item in items]
    assert short == sorted(short)
    assert len(list(groupby(item.path for item in items))) == len({item.path for item in items})
