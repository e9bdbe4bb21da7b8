package dev.wadachi.cli.shell;

import dev.wadachi.cli.explain.ReportText;
import dev.wadachi.cli.progress.Progress;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.engine.Event;
import dev.wadachi.engine.Listener;
import org.jspecify.annotations.Nullable;

/// Shows each run of a session while it goes on, and what came of it, as `wadachi run` does.
final class ShownRuns implements Listener {

    private final Terminal terminal;
    private @Nullable Progress progress;

    ShownRuns(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void on(Event event) {
        if (event instanceof Event.RunStarted) {
            progress = Progress.on(terminal, "run");
            Session.running(true);
        }
        if (progress == null) {
            return;
        }
        progress.on(event);
        if (event instanceof Event.RunEnded(var report)) {
            progress.close();
            progress = null;
            Session.running(false);
            terminal.err().println(ReportText.of(report));
        }
    }

    @Override
    public synchronized void tick() {
        Session.heed();
        if (progress != null) {
            progress.tick();
        }
    }
}
