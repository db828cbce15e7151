/// The Python program of a worker, which has no file.
enum WorkerProgram {
    /// What `python -c` runs. It reads the program from standard input, where no limit of arguments can cut it; the first argument
    /// is the length of `text` in bytes.
    static let bootstrap = """
        import os, sys, types
        size, text = int(sys.argv[1]), b""
        while len(text) < size:
            text += os.read(0, size - len(text)) or sys.exit(1)
        tags, worker = text.split(bytes(1))
        sys.modules["tags"] = types.ModuleType("tags")
        exec(compile(tags, "tags.py", "exec"), sys.modules["tags"].__dict__)
        exec(compile(worker, "worker.py", "exec"))
        """

    /// Its two modules with a zero byte between them.
    static let text: [UInt8] = PackageResources.tags_py + [0] + PackageResources.worker_py
}
