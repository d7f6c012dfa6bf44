"""Modules whose code is run when a command first uses them: reading needs a language model, listing does not."""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso import judging, rereading, workflow
    from sayso.web import server

__all__ = ["judging", "lazily", "rereading", "server", "workflow"]


def lazily(name: str) -> ModuleType:
    """The module `name`, whose code is run when an attribute of it is first asked for.

    As in the documentation of importlib, "Implementing lazy imports". Raises ModuleNotFoundError where there is none.
    """
    if name in sys.modules:
        return sys.modules[name]
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name=name)
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


if not TYPE_CHECKING:
    judging = lazily("sayso.judging")
    rereading = lazily("sayso.rereading")
    server = lazily("sayso.web.server")
    workflow = lazily("sayso.workflow")
