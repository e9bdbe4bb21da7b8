package dev.wadachi.cli.progress;

import dev.wadachi.engine.Event;

/// A few lines at the foot of the terminal that are written over as the run goes on.
final class ProgressBlock implements Progress {

    private final Terminal terminal;
    private final String title;
    private final Account account = new Account();
    private final Footer footer;

    ProgressBlock(Terminal terminal, String title) {
        this.terminal = terminal;
        this.title = title;
        this.footer = new Footer(terminal);
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public synchronized void on(Event event) {
        account.note(event);
        if (event instanceof Event.Warned(String text)) {
            say("warning: " + text);
        }
        footer.drawSoon(() -> AccountLines.of(account, terminal, title));
    }

    @Override
    public synchronized void tick() {
        if (!account.running().isEmpty()) {
            footer.draw(AccountLines.of(account, terminal, title));
        }
    }

    @Override
    public synchronized void say(String line) {
        footer.erase();
        terminal.err().println(line);
    }

    @Override
    public synchronized void close() {
        footer.erase();
    }
}
