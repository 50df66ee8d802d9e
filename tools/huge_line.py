#!/usr/bin/env python3
"""huge_line.py BINARY: a text that is one line of 200 MB must be coded within bounded memory, and without a hang."""
import os
import resource
import subprocess
import sys
import tempfile
import time

SENTENCE = "زار وزير الخارجية الروسي القاهرة أمس الاثنين والتقى نظيره المصري وبحث معه الوضع في المنطقة، ثم قال إن بلاده تؤيد الحوار "
LIMIT_MB = 600  # the file's mapped pages (200 MB) count as resident


def main():
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        data = SENTENCE.encode()
        file.write(data * (200 * 1000 * 1000 // len(data)))
        file.flush()
        start = time.perf_counter()
        done = subprocess.run([sys.argv[1], "code", "--format", "jsonl", file.name], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=900)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"200 MB line: exit {done.returncode}, {time.perf_counter() - start:.0f} s, peak {peak:.0f} MB resident; {os.fsdecode(done.stderr).strip()[:200]}")
        sys.exit(done.returncode != 0 or peak > LIMIT_MB)


if __name__ == "__main__":
    main()
