package dev.wadachi.cli.progress;

import dev.wadachi.cli.print.Quantity;
import dev.wadachi.engine.Event;
import dev.wadachi.engine.Listener;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.TaskResult;
import dev.wadachi.store.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Shows the runs of a backfill while they go on: on a terminal how many have ended and a block for each that is under
/// way, else a line for each task that ran or failed and for each run that ended. Thread-safe: runs may be parallel.
public final class BackfillProgress implements AutoCloseable {

    private final Terminal terminal;
    private final String title;
    private final int points;
    private final Footer footer;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Account> underWay = new LinkedHashMap<>();
    private int done;
    private int failed;

    /// @param title what is being run, such as `Demand evaluate`
    /// @param points how many points there are
    public BackfillProgress(Terminal terminal, String title, int points) {
        this.terminal = terminal;
        this.title = title;
        this.points = points;
        this.footer = new Footer(terminal);
    }

    /// Listens to the run of one point.
    public Listener run(String point) {
        Account account = new Account();
        accounts.put(point, account);
        return new Listener() {
            @Override
            public void on(Event event) {
                note(point, account, event);
            }

            @Override
            public void tick() {
                draw();
            }
        };
    }

    /// What is known of the run of a point.
    public synchronized Account account(String point) {
        return accounts.getOrDefault(point, new Account());
    }

    /// Tells what a stopped backfill still waits for.
    public synchronized void stopping() {
        say(underWay.values().stream()
                .filter(account -> !account.running().isEmpty())
                .findFirst()
                .orElseGet(Account::new)
                .stopping());
    }

    private synchronized void note(String point, Account account, Event event) {
        account.note(event);
        if (terminal.err() instanceof JsonStream json) {
            new EventLines(json, point).write(event, account.run());
        } else {
            show(point, account, event);
        }
    }

    private void show(String point, Account account, Event event) {
        switch (event) {
            case Event.RunStarted _ -> underWay.put(point, account);
            case Event.Warned(String text) -> say("warning: " + point + ": " + text);
            case Event.TaskEnded(TaskResult result) -> tell(point, result);
            case Event.RunEnded(Report report) -> ended(point, report);
            case Event.TaskStarted _, Event.Progressed _, Event.Measured _, Event.Logged _ -> {}
        }
        if (terminal.form() == Terminal.Form.LIVE) {
            footer.drawSoon(this::block);
        }
    }

    private void tell(String point, TaskResult result) {
        boolean isTold = result.outcome() == Outcome.RAN || result.outcome() == Outcome.FAILED;
        if (isTold && terminal.form() == Terminal.Form.PLAIN) {
            String word = result.outcome() == Outcome.RAN ? "ran " : "failed ";
            terminal.err().println(point + "  " + word + result.label() + "  " + Quantity.of(result.wall()));
        }
    }

    private void ended(String point, Report report) {
        underWay.remove(point);
        if (report.succeeded()) {
            done++;
        } else {
            failed++;
        }
        if (terminal.form() == Terminal.Form.PLAIN) {
            terminal.err()
                    .println(point + "  "
                            + (report.succeeded() ? "done" : report.failures().isEmpty() ? "stopped" : "failed")
                            + " in " + Quantity.of(report.wall()) + " (run " + shortId(report) + ")");
        }
    }

    private static String shortId(Report report) {
        return report.run().substring(Math.max(0, report.run().length() - 4));
    }

    private synchronized void draw() {
        if (terminal.form() == Terminal.Form.LIVE && !underWay.isEmpty()) {
            footer.draw(block());
        }
    }

    private List<String> block() {
        List<String> block = new ArrayList<>();
        block.add(terminal.bold(title) + "  " + (done + failed) + " of " + Quantity.count(points, "run")
                + (failed > 0 ? ", " + failed + " failed" : ""));
        underWay.forEach(
                (point, account) -> AccountLines.of(account, terminal, point).forEach(line -> block.add("  " + line)));
        return block;
    }

    private void say(String line) {
        if (terminal.form() == Terminal.Form.LIVE) {
            footer.erase();
        }
        terminal.err().println(line);
    }

    @Override
    public synchronized void close() {
        if (terminal.form() == Terminal.Form.LIVE) {
            footer.erase();
        }
    }
}
