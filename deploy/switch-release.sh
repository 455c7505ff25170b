#!/bin/sh
# Makes a prepared release the running one, and the one before it again where the new one does not come up.
#   deploy/switch-release.sh /srv/balai/releases/2026-11-24
set -eu

release=$(CDPATH= cd -- "${1:?sebutkan folder rilis}" && pwd -P)
root=${BALAI_ROOT:-/srv/balai}
[ -r "${BALAI_ENV:-/etc/balai/balai.env}" ] && . "${BALAI_ENV:-/etc/balai/balai.env}"
address="http://127.0.0.1:${PORT:-8787}/healthz"

for needed in build/server/index.js node_modules/.bin/node scripts/serve.ts; do
	if [ ! -e "$release/$needed" ]; then
		echo "Rilis ini belum siap: $needed tidak ada. Jalankan npm ci dan npm run build di $release." >&2
		exit 1
	fi
done

# Renamed over the old one: at no moment is there none.
point_to() {
	ln -s "$1" "$root/current.new.$$"
	mv -T "$root/current.new.$$" "$root/current"
}

is_well() {
	tries=${HEALTH_TRIES:-60}
	while [ "$tries" -gt 0 ]; do
		if [ "$(curl --silent --output /dev/null --max-time 5 --write-out '%{http_code}' "$address")" = 200 ]; then
			return 0
		fi
		# Given up by systemd after its last try: it will not come any more.
		if systemctl is-failed --quiet balai; then
			return 1
		fi
		tries=$((tries - 1))
		sleep "${HEALTH_PAUSE:-1}"
	done
	return 1
}

before=$(readlink "$root/current" || true)
point_to "$release"
systemctl restart balai
if is_well; then
	echo "Balai berjalan dari $release. Lanjutkan dengan: npm run migrate"
	exit 0
fi
echo "Rilis $release tidak menjawab di $address." >&2
if [ -n "$before" ] && [ "$before" != "$release" ]; then
	point_to "$before"
	systemctl restart balai
	if is_well; then
		echo "Kembali ke $before; rilis baru tidak dipakai." >&2
	else
		echo "Rilis sebelumnya, $before, juga tidak menjawab. Lihat journalctl -u balai." >&2
	fi
fi
exit 1
