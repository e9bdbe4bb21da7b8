package dev.wadachi.code;

import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.util.HashMap;
import java.util.Map;

/// Reads back which enum constant got which number in the compiler's switch maps.
///
/// javac's static initialiser of such a class is a row of
/// `getstatic $SwitchMap$Color; getstatic Color.RED; invokevirtual ordinal; iconst_1; iastore`.
final class SwitchMaps {

    private SwitchMaps() {}

    /// For each field, the constant's name by its number.
    static Map<String, Map<Integer, String>> of(MethodModel staticInitialiser) {
        Map<String, Map<Integer, String>> maps = new HashMap<>();
        String map = "";
        String constant = "";
        int number = 0;
        for (CodeElement element : staticInitialiser.code().orElseThrow()) {
            switch (element) {
                case FieldInstruction field
                when field.opcode() == Opcode.GETSTATIC -> {
                    if (field.type().stringValue().equals("[I")) {
                        map = field.name().stringValue();
                    } else {
                        constant = field.name().stringValue();
                    }
                }
                case ConstantInstruction value
                when value.constantValue() instanceof Integer integer -> number = integer;
                case ArrayStoreInstruction _ ->
                    maps.computeIfAbsent(map, _ -> new HashMap<>()).put(number, constant);
                default -> {
                    // Calls of ordinal(), jumps and handlers say nothing more.
                }
            }
        }
        return maps;
    }
}
