package dev.wadachi.code;

import java.lang.classfile.Attributes;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.LineNumberInfo;
import java.util.Comparator;
import java.util.List;

/// Source lines, which are shown and never hashed.
final class Lines {

    /// The line of a method or class that has none.
    static final int UNKNOWN = 0;

    private Lines() {}

    /// The line of the instruction at this byte offset.
    static int at(CodeAttribute code, int offset) {
        return table(code).stream()
                .filter(line -> line.startPc() <= offset)
                .max(Comparator.comparingInt(LineNumberInfo::startPc))
                .map(LineNumberInfo::lineNumber)
                .orElse(UNKNOWN);
    }

    private static List<LineNumberInfo> table(CodeAttribute code) {
        return code.findAttribute(Attributes.lineNumberTable())
                .map(table -> table.lineNumbers())
                .orElse(List.of());
    }
}
