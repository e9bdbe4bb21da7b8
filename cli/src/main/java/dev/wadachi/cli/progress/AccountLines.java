package dev.wadachi.cli.progress;

import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.store.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is known of a run, as a block of lines: how many tasks are done, then those that are running.
final class AccountLines {

    private static final int MOST_LINES = 8;

    private AccountLines() {}

    static List<String> of(Account account, Terminal terminal, String title) {
        List<String> block = new ArrayList<>();
        block.add(terminal.bold(title) + "  " + account.ended() + " of " + account.tasks() + " tasks"
                + counts(account.counts()));
        long now = System.nanoTime();
        List<Account.Running> running = account.running();
        Columns columns = Columns.plain();
        running.stream()
                .limit(MOST_LINES)
                .forEach(task -> columns.row(
                        "  " + task.label(),
                        Quantity.of(Duration.ofNanos(now - task.since())),
                        task.share() < 0 ? "" : String.format(Locale.ROOT, "%3.0f %%", task.share() * 100),
                        task.message()));
        block.addAll(columns.lines());
        if (running.size() > MOST_LINES) {
            block.add(terminal.faint("  … " + (running.size() - MOST_LINES) + " more"));
        }
        return block;
    }

    private static String counts(Map<Outcome, Integer> counts) {
        List<String> parts = new ArrayList<>();
        part(parts, counts, Outcome.RAN, "ran");
        part(parts, counts, Outcome.HIT, "up to date");
        part(parts, counts, Outcome.FAILED, "failed");
        part(parts, counts, Outcome.SKIPPED, "skipped");
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }

    private static void part(List<String> parts, Map<Outcome, Integer> counts, Outcome outcome, String word) {
        int count = counts.getOrDefault(outcome, 0);
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }
}
