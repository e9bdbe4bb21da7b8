package dev.wadachi.command;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What tests of commands have in common: a project of their own, open.
abstract class InAProject {

    @TempDir
    Path project;

    Steps steps;

    @BeforeEach
    void open() throws IOException {
        steps = Steps.in(project);
    }

    @AfterEach
    void close() {
        if (steps != null) {
            steps.close();
        }
    }
}
