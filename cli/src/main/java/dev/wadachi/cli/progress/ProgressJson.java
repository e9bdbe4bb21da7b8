package dev.wadachi.cli.progress;

import dev.wadachi.engine.Event;

/// A line of JSON for each event.
final class ProgressJson implements Progress {

    private final JsonStream err;
    private final EventLines lines;
    private final Account account = new Account();

    ProgressJson(JsonStream err) {
        this.err = err;
        this.lines = new EventLines(err, "");
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public void on(Event event) {
        account.note(event);
        lines.write(event, account.run());
    }

    @Override
    public void say(String line) {
        err.println(line);
    }

    @Override
    public void close() {}
}
