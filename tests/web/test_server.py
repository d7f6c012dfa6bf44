"""The app, listening."""

from __future__ import annotations

import gc

from sayso.web.server import settle


def test_what_is_loaded_is_not_looked_through_again() -> None:
    gc.collect()
    loaded = len(gc.get_objects())
    try:
        settle()
        assert gc.get_freeze_count() > 0.9 * loaded
        assert len(gc.get_objects()) < 0.1 * loaded
    finally:
        gc.unfreeze()
