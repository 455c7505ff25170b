#!/bin/sh
# Restarts Balai where it has not answered at all for three tries in a row. A 503 is left alone: it answers, and what it
# waits for (a disk, another home) would not be mended by a restart.
set -u
address="http://127.0.0.1:${PORT:-8787}/healthz"
for try in 1 2 3; do
	status=$(curl --silent --output /dev/null --max-time "${CHECK_TIMEOUT:-20}" --write-out '%{http_code}' "$address")
	if [ "$status" != 000 ]; then
		[ "$status" = 200 ] || echo "Balai menjawab $status di $address; lihat journalctl -u balai" >&2
		exit 0
	fi
	[ "$try" = 3 ] || sleep "${CHECK_PAUSE:-10}"
done
# One that was stopped by hand stays stopped.
if systemctl is-active --quiet balai; then
	echo "Balai tidak menjawab di $address; dijalankan ulang" >&2
	systemctl restart balai
fi
