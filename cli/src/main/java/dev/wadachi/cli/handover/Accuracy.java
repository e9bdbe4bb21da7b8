package dev.wadachi.cli.handover;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.store.Commit;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.RunState;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks at the score that the README gives: it names a run, and that run can be computed again.
final class Accuracy {

    private static final Pattern HEADING = Pattern.compile("accuracy|score|精度");
    private static final Pattern RUN = Pattern.compile("(?i)(?:\\brun|実行)\\W{0,3}([0-9a-f]{4,64})\\b");

    private Accuracy() {}

    static List<Lack> lacks(Workspace workspace) {
        Optional<String> section = Page.in(workspace.project().root().resolve(Pages.README))
                .flatMap(page -> page.section(HEADING))
                .filter(text -> !text.isBlank() && Page.open(text).isEmpty());
        if (section.isEmpty()) {
            return List.of();
        }
        Matcher run = RUN.matcher(section.get());
        if (!run.find()) {
            return List.of(new Lack(
                    Pages.README,
                    "the section Accuracy names no run",
                    "write the score with its run, such as \"run 7f3a\"; wadachi ls --runs lists them"));
        }
        return Files.exists(workspace.store().resolve("FORMAT")) ? kept(workspace, run.group(1)) : List.of();
    }

    /// A run that is not kept here is somebody else's to look at: on another machine the store may be empty.
    private static List<Lack> kept(Workspace workspace, String id) {
        try (Wadachi wadachi = workspace.open()) {
            return wadachi.store().runs().find(id).map(Accuracy::story).orElse(List.of());
        }
    }

    private static List<Lack> story(RunRecord run) {
        String name = "run " + run.id().shortText();
        List<Lack> lacks = new ArrayList<>();
        if (run.state() != RunState.SUCCEEDED) {
            lacks.add(new Lack(
                    Pages.README,
                    "the accuracy is of " + name + ", which "
                            + run.state().name().toLowerCase(Locale.ROOT),
                    "name one that succeeded"));
        }
        Optional<Commit> commit = run.start().repository();
        if (commit.isEmpty()) {
            lacks.add(new Lack(
                    Pages.README, "the accuracy is of " + name + ", which was of no commit", "commit, then run again"));
        } else if (commit.get().dirtyDiff().isPresent()) {
            lacks.add(new Lack(
                    Pages.README,
                    "the accuracy is of " + name + ", whose sources were not all committed",
                    "commit, run again, and name that run"));
        }
        run.summary()
                .filter(end -> !end.marks().isEmpty())
                .ifPresent(end -> lacks.add(new Lack(
                        Pages.README,
                        "the accuracy is of " + name + ", which code and data alone do not give: wadachi show "
                                + run.id().shortText() + " says why",
                        "run without what was given in place of a task, and name that run")));
        return lacks;
    }
}
