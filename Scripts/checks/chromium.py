"""Chromium by its DevTools protocol over a pipe, so that no driver and no package is needed."""

import json
import os
import select
import signal
import subprocess
import tempfile

# Seconds without a message after which the browser counts as hung.
PATIENCE = 120


class Chromium:
    """One browser with one page: `with Chromium(path) as page`."""

    def __init__(self, path):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        reads, self.to = os.pipe()
        self.out, writes = os.pipe()
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        # The protocol's pipe is descriptors 3 (to the browser) and 4 (from it).
        self.process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{reads} 4>&{writes}', "chromium", path, "--headless=new", "--remote-debugging-pipe",
             f"--user-data-dir={self.profile.name}", "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage",
             "--force-device-scale-factor=1", "--hide-scrollbars", *sandbox],
            pass_fds=(reads, writes), start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(reads)
        os.close(writes)
        self.rest = b""
        self.last = 0
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        # Chromium goes when its pipe does; if not, with all its processes, which are a group of their own.
        os.close(self.to)
        os.close(self.out)
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.profile.cleanup()

    def receive(self):
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.out], [], [], PATIENCE)
            more = os.read(self.out, 1 << 16) if ready else b""
            if not more:
                raise RuntimeError("Chromium ended" if ready else f"Chromium said nothing for {PATIENCE} s")
            self.rest += more
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def send(self, method, parameters):
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.to, data):]
        return self.last

    def call(self, method, **parameters):
        number = self.send(method, parameters)
        while (answer := self.receive()).get("id") != number:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def show(self, url, width, height, scheme):
        """Opens a page at a size in CSS pixels in the light or dark color scheme, and waits until it is loaded."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        number, answered, loaded = self.send("Page.navigate", {"url": url}), False, False
        while not (answered and loaded):
            message = self.receive()
            answered |= message.get("id") == number
            loaded |= message.get("method") == "Page.loadEventFired"

    def evaluate(self, script):
        """The value of a script, or of the promise that it gives."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", "a script failed"))
        return answer["result"].get("value")
