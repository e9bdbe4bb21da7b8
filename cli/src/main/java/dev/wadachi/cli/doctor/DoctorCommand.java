package dev.wadachi.cli.doctor;

import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.project.Project;
import dev.wadachi.cli.project.ProjectProblem;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi doctor`: whether everything is there that runs need.
@CommandLine.Command(
        description = {
            "Looks at Java, the native libraries, the project, its store, disk and clock; says what is wrong and how to "
                    + "mend it, and shows each setting with where it comes from.",
            "Ends with code 1 if something is wrong."
        },
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi doctor", "  wadachi doctor --json"})
public final class DoctorCommand implements Command {

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Override
    public ExitCode run(Surroundings around) {
        List<Finding> findings = new ArrayList<>(MachineCheck.findings());
        List<Settings.Setting> settings = new ArrayList<>();
        try {
            Optional<Project> project =
                    Project.search(around.folder(), around.environment()).map(store::settled);
            if (project.isPresent()) {
                Workspace workspace = new Workspace(
                        project.get(), project.get().stores(store.location(around.folder()), around.environment()));
                findings.addAll(ProjectCheck.of(project.get()));
                findings.addAll(StoreCheck.of(workspace, around));
                settings.addAll(Settings.of(workspace, around, store));
            } else {
                findings.add(Finding.doubtful(
                        "project",
                        "there is none in " + around.folder().toAbsolutePath().normalize() + " or above it",
                        "go to a project's folder, or make one: wadachi new my-project"));
            }
        } catch (ProjectProblem e) {
            findings.add(Finding.wrong("settings", String.valueOf(e.getMessage()), "mend the file"));
        }
        around.terminal().out().print(json ? json(findings, settings).pretty() : text(findings, settings));
        return findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.WRONG)
                ? ExitCode.FAILED
                : ExitCode.OK;
    }

    private static String text(List<Finding> findings, List<Settings.Setting> settings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append("%-9s %-13s %s%n"
                    .formatted(word(finding), finding.subject(), finding.said().replace("\n", "\n" + " ".repeat(24))));
            if (!finding.mending().isEmpty()) {
                text.append(" ".repeat(24))
                        .append("to mend it: ")
                        .append(finding.mending())
                        .append('\n');
            }
        }
        if (!settings.isEmpty()) {
            Columns columns = Columns.headed("setting", "value", "from");
            settings.forEach(setting -> columns.row(setting.name(), setting.value(), setting.origin()));
            text.append('\n').append(columns.text()).append('\n');
        }
        return text.toString();
    }

    private static JsonObject json(List<Finding> findings, List<Settings.Setting> settings) {
        return JsonObject.builder()
                .put(
                        "findings",
                        new JsonArray(List.copyOf(findings.stream()
                                .map(finding -> JsonObject.builder()
                                        .put("subject", finding.subject())
                                        .put("verdict", word(finding))
                                        .put("said", finding.said())
                                        .put("mending", finding.mending())
                                        .build())
                                .toList())))
                .put(
                        "settings",
                        new JsonArray(List.copyOf(settings.stream()
                                .map(setting -> JsonObject.builder()
                                        .put("name", setting.name())
                                        .put("value", setting.value())
                                        .put("from", setting.origin())
                                        .build())
                                .toList())))
                .build();
    }

    private static String word(Finding finding) {
        return finding.verdict().name().toLowerCase(Locale.ROOT);
    }
}
