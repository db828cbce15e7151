"""The tools: where they are, and how they get there."""

import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ENVIRONMENT = HERE.parent.parent / ".build" / "booklet-checks"
PYTHON = ENVIRONMENT / "bin" / "python"

# Debian's package for each program, by any of its names.
PROGRAMS = {"java": ["java"], "chromium": ["chromium", "chromium-browser", "google-chrome"], "qpdf": ["qpdf"],
            "pdffonts": ["pdffonts"], "pdfinfo": ["pdfinfo"]}
PACKAGES = {"java": "default-jre-headless", "chromium": "chromium", "qpdf": "qpdf", "pdffonts": "poppler-utils",
            "pdfinfo": "poppler-utils"}
LIBRARIES = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "python3-venv"]


def program(name):
    """The path of a program, or None."""
    return next((path for each in PROGRAMS[name] if (path := shutil.which(each))), None)


def carried(pattern):
    """A file that came with one of the Python packages, or None."""
    return next(iter(sorted(ENVIRONMENT.glob(f"lib/python*/site-packages/{pattern}"))), None)


def command(name):
    """A command of the private environment, or None."""
    path = ENVIRONMENT / "bin" / name
    return str(path) if path.exists() else None


def install():
    """Installs what is missing; says what only an administrator can."""
    missing = [PACKAGES[name] for name in PROGRAMS if not program(name)]
    missing += [name for name in LIBRARIES if not installed(name)]
    if missing:
        line = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(dict.fromkeys(missing))}"
        prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
        done = subprocess.run([*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "bash", "-c", line],
                              stdout=subprocess.DEVNULL, check=False) if not prefix or shutil.which("sudo") else None
        if done is None or done.returncode != 0:
            print(f"Some checks need these packages; an administrator installs them by\n  {line}", file=sys.stderr)
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", HERE / "requirements.txt"], check=True)
    subprocess.run([*pip, "--no-deps", "-r", HERE / "data-only.txt"], check=True)


def installed(package):
    if not shutil.which("dpkg-query"):
        return True
    status = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status}", package], capture_output=True, text=True, check=False)
    return status.stdout.strip() == "installed"
