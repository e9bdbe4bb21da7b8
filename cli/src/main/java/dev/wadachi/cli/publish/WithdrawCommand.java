package dev.wadachi.cli.publish;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.Reasons;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.WholeNumber;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.store.Ownership;
import dev.wadachi.store.Store;
import dev.wadachi.task.PublishedName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi withdraw`: takes a published version back.
@CommandLine.Command(
        description = {
            "Takes a published version back.",
            "Who reads the newest gets the one before, who reads this one is refused, and its bytes are no",
            "longer kept for its sake."
        },
        footerHeading = "%nFor example:%n",
        footer = "  wadachi withdraw shop/forecast --version 3 --reason \"a week is missing\"")
public final class WithdrawCommand implements Command {

    @Parameters(index = "0", paramLabel = "<team/name>", description = "The name.")
    private String name = "";

    @Option(
            names = "--version",
            paramLabel = "<n>",
            required = true,
            converter = WholeNumber.Positive.class,
            description = "Which version.")
    private int version;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why, for those who read it.")
    private @Nullable String reason;

    @Option(names = "--take-over", description = "Withdraw also a version of another project's name.")
    private boolean takeOver;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        try (Wadachi wadachi = Workspace.ofResults(around, store).open()) {
            Store kept = wadachi.store();
            PublishedName published =
                    PublishedNames.versions(name, kept).getFirst().name();
            kept.publications()
                    .withdraw(
                            published,
                            version,
                            takeOver ? Ownership.TAKE_OVER : Ownership.RESPECT,
                            Reasons.required(reason, around),
                            Reasons.user());
            around.terminal()
                    .out()
                    .println("withdrew " + published + " version " + version + "; "
                            + kept.publications()
                                    .newest(published)
                                    .map(newest -> "the newest that stands is version " + newest.number())
                                    .orElse("no version of it stands"));
            return ExitCode.OK;
        }
    }
}
