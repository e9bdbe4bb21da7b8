package dev.wadachi.cli;

import picocli.CommandLine;

/// The command itself, for its help.
@CommandLine.Command(
        name = "wadachi",
        synopsisHeading = "",
        customSynopsis = "wadachi <command> …",
        description = {
            "Runs pipelines of tasks, keeps what they produced, and knows why.",
            "",
            "  wadachi run Demand evaluate --week 2021-08-02",
            "  wadachi run Shop.java Demand evaluate      a single file, without any build file",
            "  wadachi why Demand evaluate                what would run, and the root cause",
            "  wadachi run --help                         more on one command"
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExit codes:%n",
        footer = {
            "   0  all went well",
            "   1  a task or a snippet failed, verify found a difference, or check or doctor what is to be mended",
            "   2  the command, a name, a parameter or a file is wrong; nothing was run",
            "   3  the project's sources do not compile",
            "   4  the store cannot be used: no permission, no space, or written by a newer Wadachi",
            "   5  a profile refuses results that are not committed, or stand by somebody's word",
            "  69  no JDK 25 was found (said by the launcher)",
            "  70  a defect in Wadachi; please report it with what was printed",
            " 130  stopped by Ctrl-C; the same command goes on where it stopped"
        })
final class WadachiCommand {}
