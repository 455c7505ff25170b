#!/bin/sh
# Runs a command of docs/operations.md as Balai's own user and with its settings.
#   deploy/run-command.sh village:restore sesela --daftar
set -eu

command=${1:?sebutkan perintahnya, misalnya migrate}
shift
set -a
DATA_DIR=/var/lib/balai
. "${BALAI_ENV:-/etc/balai/balai.env}"
HOME=${BALAI_ROOT:-/srv/balai}
set +a
cd "$HOME/current"
if [ "$(id -u)" = 0 ]; then
	exec runuser -u "${BALAI_USER:-balai}" -- npm run --silent "$command" -- "$@"
fi
exec npm run --silent "$command" -- "$@"
