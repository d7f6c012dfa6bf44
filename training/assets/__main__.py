"""The scripts of others that pages load: `python -m training.assets` copies them, with their licences.

`package-lock.json` names their packages by version and hash. Needs npm.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
VENDOR = Path(__file__).parents[2] / "src/sayso/web/pages/static/vendor"

# file of a package → name in the folder
FILES = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "htmx.org/LICENSE": "htmx.LICENSE",
}


def main() -> None:
    """Install the packages in a folder that is thrown away, and copy what is used."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(npm, cwd=folder, check=True)  # noqa: S603 - no word of it comes from outside
        for file, name in FILES.items():
            shutil.copy(Path(folder, "node_modules", file), VENDOR / name)


if __name__ == "__main__":
    main()
