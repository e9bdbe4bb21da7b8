package dev.wadachi.cli.store;

import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.remote.Progress;
import java.io.PrintStream;

/// How far a transfer has come: on a terminal a line that moves, elsewhere a line now and then.
final class TransferProgress implements Progress {

    private static final long PERIOD_NANOS = 200_000_000;
    private static final int LINES = 10;
    private static final int WORTH_LINES = 1_000;

    private final Terminal terminal;
    private final String doing;
    private long lastShown;
    private boolean isShown;

    TransferProgress(Terminal terminal, String doing) {
        this.terminal = terminal;
        this.doing = doing;
    }

    @Override
    public synchronized void at(int done, int total) {
        switch (terminal.form()) {
            case LIVE -> live(done, total);
            case PLAIN -> {
                if (total >= WORTH_LINES && done % (total / LINES) == 0) {
                    terminal.err().println(doing + " " + done + " of " + total);
                }
            }
        }
    }

    private void live(int done, int total) {
        long now = System.nanoTime();
        if (now - lastShown > PERIOD_NANOS) {
            lastShown = now;
            isShown = true;
            PrintStream err = terminal.err();
            err.print("\r\033[K" + doing + " " + done + " of " + total);
            err.flush();
        }
    }

    /// Takes the moving line away: the transfer has ended.
    synchronized void clear() {
        if (isShown) {
            terminal.err().print("\r\033[K");
        }
    }
}
