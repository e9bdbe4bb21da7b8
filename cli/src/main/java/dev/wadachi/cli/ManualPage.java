package dev.wadachi.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The help of a command as a manual page: text with the macros of man(7).
final class ManualPage {

    private ManualPage() {}

    /// The file of a command's page, such as `wadachi-store-push.1`.
    static String file(CommandName name) {
        return "wadachi-" + name.word().replace(' ', '-') + ".1";
    }

    /// A command's page.
    static String of(CommandName name) {
        CommandSpec spec = Cli.line(name, name.command()).getCommandSpec();
        List<String> about = List.of(spec.usageMessage().description());
        StringBuilder page = new StringBuilder(title("wadachi-" + name.word().replace(' ', '-')));
        section(page, "NAME");
        line(page, "wadachi " + name.word() + " - " + withoutStop(about.getFirst()));
        section(page, "SYNOPSIS");
        line(page, spec.commandLine().getHelp().synopsis(0).strip().replaceAll("\\s+", " "));
        section(page, "DESCRIPTION");
        about.forEach(text -> line(page, text));
        section(page, "OPTIONS");
        spec.positionalParameters().forEach(own -> entry(page, own.paramLabel(), own.description()));
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                entry(page, written(option), option.description());
            }
        }
        examples(page, spec.usageMessage().footer());
        section(page, "SEE ALSO");
        line(page, "wadachi(1)");
        return page.toString();
    }

    /// The page of the command itself.
    static String ofAll() {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new WadachiCommand());
        List<String> about = List.of(spec.usageMessage().description());
        StringBuilder page = new StringBuilder(title("wadachi"));
        section(page, "NAME");
        line(page, "wadachi - " + withoutStop(about.getFirst()));
        section(page, "SYNOPSIS");
        line(page, String.join(" ", spec.usageMessage().customSynopsis()));
        section(page, "DESCRIPTION");
        line(page, about.getFirst());
        section(page, "COMMANDS");
        for (CommandName name : CommandName.values()) {
            CommandSpec command = CommandSpec.forAnnotatedObject(name.command());
            entry(page, name.word(), command.usageMessage().description());
        }
        examples(page, about.stream().skip(1).filter(text -> !text.isBlank()).toArray(String[]::new));
        section(page, "EXIT STATUS");
        for (String code : spec.usageMessage().footer()) {
            String[] words = code.strip().split(" +", 2);
            entry(page, words[0], words[1]);
        }
        section(page, "SEE ALSO");
        line(
                page,
                Arrays.stream(CommandName.values())
                        .map(name -> file(name).replace(".1", "(1)"))
                        .collect(Collectors.joining(", ")));
        return page.toString();
    }

    private static String title(String name) {
        return ".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"Wadachi " + Version.text() + "\"\n.nh\n.ad l\n";
    }

    private static void section(StringBuilder page, String name) {
        page.append(".SH ").append(name).append('\n');
    }

    private static void line(StringBuilder page, String text) {
        page.append(escaped(text)).append('\n');
    }

    private static void entry(StringBuilder page, String word, String... about) {
        page.append(".TP\n.B ").append(escaped(word)).append('\n');
        page.append(escaped(String.join(" ", about))).append('\n');
    }

    private static void examples(StringBuilder page, String... lines) {
        section(page, "EXAMPLES");
        page.append(".nf\n");
        for (String line : lines) {
            line(page, line.strip());
        }
        page.append(".fi\n");
    }

    private static String written(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + "=" + option.paramLabel();
    }

    /// A dash that can be copied is written `\-`; a line that begins with a dot or a quote would be a macro.
    private static String escaped(String text) {
        String safe = text.replace("\\", "\\e").replace("-", "\\-").replace("%n", " ");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
