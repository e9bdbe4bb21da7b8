package dev.wadachi.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// The subcommands, in the order of the help. Only the one that is called is built: to describe all of them to picocli
/// takes longer than most of them run.
enum CommandName {
    RUN(RunCommand::new),
    PLAN(PlanCommand::new),
    WHY(WhyCommand::new),
    TASKS(TasksCommand::new),
    LS(ListCommand::new),
    SHOW(ShowCommand::new),
    LOG(LogCommand::new),
    ACCEPT(AcceptCommand::new),
    REVOKE(RevokeCommand::new),
    FORGET(ForgetCommand::new),
    GC(CollectCommand::new),
    VERIFY(VerifyCommand::new),
    DEMO(DemoCommand::new);

    private final Supplier<Command> maker;

    CommandName(Supplier<Command> maker) {
        this.maker = maker;
    }

    Command command() {
        return maker.get();
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
