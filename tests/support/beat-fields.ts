/** Everything that a sign of life says, by name: nothing of it is of a visitor. */
export const BEAT_FIELDS = ['errors', 'heap', 'start', 'state', 'uptime', 'version', 'visits'];
