"""Fetches Chromiums of years ago into build/browsers: npm has them whole, made for servers without a screen.

`make browsers` runs it, then tests/browser/test_every_browser.py in each. What could not be had is said, in the last
line too; what is there already is not fetched again.
"""

import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import brotli

FOLDER = Path("build/browsers")
# The floor of docs/browsers.md; what WeChat had for years; the last but one without :has(); the first with it.
PACKAGES = {
    "chromium-80": "chrome-aws-lambda@2.1.1",
    "chromium-86": "chrome-aws-lambda@5.3.1",
    "chromium-103": "@sparticuz/chromium@103.0.0",
    "chromium-106": "@sparticuz/chromium@106.0.2",
}


def fetch(name: str, package: str) -> None:
    """OSError or CalledProcessError where it cannot be had."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        [packed] = Path(folder).glob("*.tgz")
        with tarfile.open(packed) as whole:
            for member in whole.getmembers():
                if member.name.endswith(".br"):
                    unpack(Path(member.name), whole.extractfile(member).read(), FOLDER / name)


def unpack(name: Path, body: bytes, folder: Path) -> None:
    """The program, and libraries that it looks for beside itself."""
    folder.mkdir(parents=True, exist_ok=True)
    content = brotli.decompress(body)
    if name.suffixes == [".tar", ".br"]:
        if name.name.startswith("swiftshader"):
            with tarfile.open(fileobj=io.BytesIO(content)) as libraries:
                libraries.extractall(folder, filter="data")
        return
    program = folder / "part"
    program.write_bytes(content)
    program.chmod(0o755)
    program.rename(folder / "chromium")


def main() -> int:
    missing = []
    for name, package in PACKAGES.items():
        if (FOLDER / name / "chromium").exists():
            continue
        print(f"fetching {name} ({package}, some 45 MB) …", flush=True)
        try:
            fetch(name, package)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"  could not be had: {error}", file=sys.stderr)
            missing.append(name)
    if missing:
        print(f"not played, since npm did not give them: {', '.join(missing)}", file=sys.stderr)
    return int(len(missing) == len(PACKAGES))


if __name__ == "__main__":
    sys.exit(main())
