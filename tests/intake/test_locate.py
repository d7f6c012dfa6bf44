from __future__ import annotations

from pathlib import Path

from sayso.intake.locate import Input, InputKind, expand
from sayso.model import Drop


def uris(*names: str) -> list[str]:
    return [item.where if isinstance(item, Drop) else item.uri for item in expand(names)]


def folder(path: Path) -> Path:
    for name in ("b/2.txt", "b/10.txt", "a.html", ".hidden/x.txt", ".x.txt", "c/d/e.txt"):
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text("x")
    return path


def test_folders_are_walked_in_order_without_hidden_names(tmp_path: Path) -> None:
    root = folder(tmp_path).as_posix()
    assert uris(root) == [f"{root}/a.html", f"{root}/b/10.txt", f"{root}/b/2.txt", f"{root}/c/d/e.txt"]


def test_names_keep_their_form(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert uris(f"{tmp_path}/./a.txt") == [f"{tmp_path}/a.txt"]
    assert list(expand(["-", "HTTPS://Vltava.example/1"])) == [
        Input("-", InputKind.STANDARD_INPUT),
        Input("HTTPS://Vltava.example/1", InputKind.URL),
    ]


def test_patterns(tmp_path: Path) -> None:
    root = folder(tmp_path).as_posix()
    assert uris(f"{root}/b/*.txt") == [f"{root}/b/10.txt", f"{root}/b/2.txt"]
    assert uris(f"{root}/**/*.txt") == [f"{root}/b/10.txt", f"{root}/b/2.txt", f"{root}/c/d/e.txt"]
    assert uris(f"{root}/**") == uris(root), "a recursive pattern names each file once"


def test_a_name_with_a_patterns_letters_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "report [1].txt").write_text("x")
    assert uris(f"{tmp_path}/report [1].txt") == [f"{tmp_path}/report [1].txt"]


def test_links_to_folders_are_not_followed_inside_folders(tmp_path: Path) -> None:
    root = folder(tmp_path)
    (root / "b" / "back").symlink_to(root)
    assert len(uris(str(root))) == 4


def test_order_of_names_is_kept_and_misses_are_told(tmp_path: Path) -> None:
    root = folder(tmp_path).as_posix()
    assert uris(f"{root}/c", "nowhere.txt", f"{root}/a.html") == [f"{root}/c/d/e.txt", "nowhere.txt", f"{root}/a.html"]
    assert uris("a\0b") == ["a\\0b"]
