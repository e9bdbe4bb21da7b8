package dev.wadachi.code;

import java.util.ArrayList;
import java.util.List;

/// Reads switch instructions (JVM Specification, 6.5, `tableswitch` and `lookupswitch`).
final class Switches {

    /// How the compiler's fields begin that map an enum's ordinals to case numbers.
    static final String MAP = "$SwitchMap$";

    private Switches() {}

    /// @param otherwise byte offset of the default
    /// @param cases in ascending order of their numbers
    record Switch(int otherwise, List<Case> cases) {}

    /// @param target a byte offset
    record Case(int number, int target) {}

    static Switch table(byte[] code, int at) {
        int operands = aligned(at);
        int low = signed4(code, operands + 4);
        int high = signed4(code, operands + 8);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i <= high - low; i++) {
            cases.add(new Case(low + i, at + signed4(code, operands + 12 + 4 * i)));
        }
        return new Switch(at + signed4(code, operands), cases);
    }

    static Switch lookup(byte[] code, int at) {
        int operands = aligned(at);
        List<Case> cases = new ArrayList<>();
        for (int i = 0, pairs = signed4(code, operands + 4); i < pairs; i++) {
            int pair = operands + 8 + 8 * i;
            cases.add(new Case(signed4(code, pair), at + signed4(code, pair + 4)));
        }
        return new Switch(at + signed4(code, operands), cases);
    }

    static int tableSize(byte[] code, int at) {
        int operands = aligned(at);
        return operands + 12 + 4 * (signed4(code, operands + 8) - signed4(code, operands + 4) + 1) - at;
    }

    static int lookupSize(byte[] code, int at) {
        int operands = aligned(at);
        return operands + 8 + 8 * signed4(code, operands + 4) - at;
    }

    static int signed4(byte[] code, int at) {
        return ((code[at] & 0xFF) << 24)
                | ((code[at + 1] & 0xFF) << 16)
                | ((code[at + 2] & 0xFF) << 8)
                | (code[at + 3] & 0xFF);
    }

    /// Operands begin at the next multiple of four.
    private static int aligned(int at) {
        return (at + 4) & ~3;
    }
}
