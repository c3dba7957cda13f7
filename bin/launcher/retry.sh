# Tries a failed training again. Part of the launcher: bin/hubsh reads it while there is no archive because its training
# failed. A change of the Java or of the jars starts a new state, and with it a new training, without this.

# The first line of the file is the day of the failure; what follows says why it failed.
retry_next_day() {
    IFS= read -r day <"$state/failed"
    [ "$day" = "$(date +%Y-%m-%d)" ] || { echo 0 >"$state/pending" && rm -f "$state/failed"; }
} 2>/dev/null

retry_next_day
