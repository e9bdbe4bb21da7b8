package dev.wadachi.cli.progress;

import dev.wadachi.cli.print.Quantity;
import dev.wadachi.engine.Event;
import dev.wadachi.engine.TaskResult;

/// A line for each task that ran or failed. Of a long run only every hundredth is told after the first hundred: a log
/// of ten thousand lines hides the one that matters.
final class ProgressLines implements Progress {

    private static final int TOLD = 100;

    private final Terminal terminal;
    private final Account account = new Account();
    private int told;

    ProgressLines(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public void on(Event event) {
        account.note(event);
        if (event instanceof Event.TaskEnded(TaskResult result)) {
            tell(result);
        } else if (event instanceof Event.Warned(String text)) {
            say("warning: " + text);
        }
    }

    private void tell(TaskResult result) {
        switch (result.outcome()) {
            case RAN -> {
                told++;
                if (told <= TOLD || told % TOLD == 0) {
                    terminal.err().println("ran " + line(result) + (told > TOLD ? "  (" + told + " so far)" : ""));
                }
            }
            case FAILED -> terminal.err().println("failed " + line(result));
            case HIT, SKIPPED -> {}
        }
    }

    private static String line(TaskResult result) {
        return result.label() + "  " + Quantity.of(result.wall());
    }

    @Override
    public void say(String line) {
        terminal.err().println(line);
    }

    @Override
    public void close() {}
}
