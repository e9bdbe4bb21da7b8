package dev.wadachi.remote;

import java.io.IOException;

/// The remote gave no answer, or said that it cannot now: asking again may help.
final class Unreachable extends IOException {

    Unreachable(String message) {
        super(message);
    }
}
