package dev.wadachi.cli;

import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.data.DataAddCommand;
import dev.wadachi.cli.data.DataCheckoutCommand;
import dev.wadachi.cli.data.DataDiffCommand;
import dev.wadachi.cli.data.DataStatusCommand;
import dev.wadachi.cli.doctor.DoctorCommand;
import dev.wadachi.cli.handover.CheckCommand;
import dev.wadachi.cli.publish.DependentsCommand;
import dev.wadachi.cli.publish.PublishCommand;
import dev.wadachi.cli.publish.PublishedCommand;
import dev.wadachi.cli.publish.WithdrawCommand;
import dev.wadachi.cli.result.DiffCommand;
import dev.wadachi.cli.result.ExploreCommand;
import dev.wadachi.cli.result.ExportCommand;
import dev.wadachi.cli.result.ForgetCommand;
import dev.wadachi.cli.result.ListCommand;
import dev.wadachi.cli.result.LogCommand;
import dev.wadachi.cli.result.RevokeCommand;
import dev.wadachi.cli.result.ShowCommand;
import dev.wadachi.cli.result.SizeCommand;
import dev.wadachi.cli.result.SqlCommand;
import dev.wadachi.cli.run.AcceptCommand;
import dev.wadachi.cli.run.MissingCommand;
import dev.wadachi.cli.run.PlanCommand;
import dev.wadachi.cli.run.ReproduceCommand;
import dev.wadachi.cli.run.RunCommand;
import dev.wadachi.cli.run.TasksCommand;
import dev.wadachi.cli.run.TopCommand;
import dev.wadachi.cli.run.VerifyCommand;
import dev.wadachi.cli.run.WhyCommand;
import dev.wadachi.cli.shell.ShellCommand;
import dev.wadachi.cli.store.CollectCommand;
import dev.wadachi.cli.store.StoreCollectCommand;
import dev.wadachi.cli.store.StorePullCommand;
import dev.wadachi.cli.store.StorePushCommand;
import dev.wadachi.cli.store.StoreStatusCommand;
import dev.wadachi.cli.store.StoreVerifyCommand;
import dev.wadachi.cli.template.NewCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The subcommands, in the order of the help. Only the one that is called is built: to describe all of them to picocli
/// takes longer than most of them run.
public enum CommandName {
    NEW,
    RUN,
    PLAN,
    WHY,
    MISSING,
    TASKS,
    SHELL,
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
    TOP,
    VERIFY,
    REPRODUCE,
    PUBLISH,
    PUBLISHED,
    WITHDRAW,
    DEPENDENTS,
    DATA_ADD,
    DATA_STATUS,
    DATA_DIFF,
    DATA_CHECKOUT,
    STORE_STATUS,
    STORE_PUSH,
    STORE_PULL,
    STORE_VERIFY,
    STORE_GC,
    CHECK,
    DOCTOR,
    COMPLETION,
    MAN,
    DEMO;

    public Command command() {
        return switch (this) {
            case NEW -> new NewCommand();
            case RUN -> new RunCommand();
            case PLAN -> new PlanCommand();
            case WHY -> new WhyCommand();
            case MISSING -> new MissingCommand();
            case TASKS -> new TasksCommand();
            case SHELL -> new ShellCommand();
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
            case TOP -> new TopCommand();
            case VERIFY -> new VerifyCommand();
            case REPRODUCE -> new ReproduceCommand();
            case PUBLISH -> new PublishCommand();
            case PUBLISHED -> new PublishedCommand();
            case WITHDRAW -> new WithdrawCommand();
            case DEPENDENTS -> new DependentsCommand();
            case DATA_ADD -> new DataAddCommand();
            case DATA_STATUS -> new DataStatusCommand();
            case DATA_DIFF -> new DataDiffCommand();
            case DATA_CHECKOUT -> new DataCheckoutCommand();
            case STORE_STATUS -> new StoreStatusCommand();
            case STORE_PUSH -> new StorePushCommand();
            case STORE_PULL -> new StorePullCommand();
            case STORE_VERIFY -> new StoreVerifyCommand();
            case STORE_GC -> new StoreCollectCommand();
            case CHECK -> new CheckCommand();
            case DOCTOR -> new DoctorCommand();
            case COMPLETION -> new CompletionCommand();
            case MAN -> new ManualCommand();
            case DEMO -> new DemoCommand();
        };
    }

    /// How it is typed: one word, or two, such as `store push`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// How many words that is.
    int length() {
        return word().split(" ").length;
    }

    static Optional<CommandName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
    }

    /// The command that a command line begins with.
    static Optional<CommandName> of(List<String> words) {
        return of(typed(words)).or(() -> of(words.getFirst()));
    }

    /// The second words of the commands whose first word this is; nothing if it is no group.
    static List<String> inGroup(String word) {
        return words().stream()
                .filter(name -> name.startsWith(word + " "))
                .map(name -> name.substring(word.length() + 1))
                .toList();
    }

    /// What was typed for a command: two words where the first is the name of a group.
    static String typed(List<String> words) {
        boolean isGroup = !inGroup(words.getFirst()).isEmpty();
        return isGroup && words.size() > 1 && !words.get(1).startsWith("-")
                ? words.get(0) + " " + words.get(1)
                : words.getFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(CommandName::word).toList();
    }
}
