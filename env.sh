. /work/main/.venv/bin/activate; export PYTHONPATH=/tmp/spd:/tmp/spd/benchmarks R=/tmp/spd
