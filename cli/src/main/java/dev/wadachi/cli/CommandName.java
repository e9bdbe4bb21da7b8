package dev.wadachi.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The subcommands, in the order of the help. Only the one that is called is built: to describe all of them to picocli
/// takes longer than most of them run.
enum CommandName {
    RUN,
    PLAN,
    WHY,
    TASKS,
    LS,
    SHOW,
    SQL,
    DIFF,
    EXPORT,
    EXPLORE,
    DU,
    LOG,
    ACCEPT,
    REVOKE,
    FORGET,
    GC,
    VERIFY,
    DEMO;

    Command command() {
        return switch (this) {
            case RUN -> new RunCommand();
            case PLAN -> new PlanCommand();
            case WHY -> new WhyCommand();
            case TASKS -> new TasksCommand();
            case LS -> new ListCommand();
            case SHOW -> new ShowCommand();
            case SQL -> new SqlCommand();
            case DIFF -> new DiffCommand();
            case EXPORT -> new ExportCommand();
            case EXPLORE -> new ExploreCommand();
            case DU -> new SizeCommand();
            case LOG -> new LogCommand();
            case ACCEPT -> new AcceptCommand();
            case REVOKE -> new RevokeCommand();
            case FORGET -> new ForgetCommand();
            case GC -> new CollectCommand();
            case VERIFY -> new VerifyCommand();
            case DEMO -> new DemoCommand();
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CommandName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(CommandName::word).toList();
    }
}
