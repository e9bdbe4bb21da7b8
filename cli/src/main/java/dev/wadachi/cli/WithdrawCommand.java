package dev.wadachi.cli;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Publications;
import dev.wadachi.store.Store;
import java.util.List;
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
final class WithdrawCommand implements Command {

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
            List<Publication> versions = PublishedNames.versions(name, kept);
            Publication meant = versions.stream()
                    .filter(each -> each.number() == version)
                    .findFirst()
                    .orElseThrow(() -> new BadInput("there is no version " + version + " of " + name + ", but "
                            + versions.getFirst().number() + " to "
                            + versions.getLast().number()));
            Publications publications = kept.publications();
            refuseWithdrawn(meant, publications);
            if (!takeOver) {
                publications.foreignOwner(meant.name()).ifPresent(owner -> {
                    throw new BadInput(meant.name() + " is a name of project " + owner + ", and this is "
                            + kept.project() + "; run this in " + owner + ", or say --take-over if " + owner
                            + " agrees");
                });
            }
            publications.withdraw(
                    meant.name(),
                    version,
                    takeOver ? Publications.Ownership.TAKE_OVER : Publications.Ownership.RESPECT,
                    Reasons.required(reason, around),
                    Reasons.user());
            around.terminal()
                    .out()
                    .println("withdrew " + meant.title() + "; "
                            + publications
                                    .newest(meant.name())
                                    .map(newest -> "the newest that stands is version " + newest.number())
                                    .orElse("no version of it stands"));
            return ExitCode.OK;
        }
    }

    private static void refuseWithdrawn(Publication version, Publications publications) {
        publications.withdrawal(version.name(), version.number()).ifPresent(earlier -> {
            throw new BadInput(version.title() + " was withdrawn already, by " + earlier.by() + " at "
                    + Quantity.of(earlier.at()) + ": " + earlier.reason());
        });
    }
}
