package dev.wadachi.code;

import dev.wadachi.code.Constant.Use;
import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.ExceptionCatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one method's bytecode into [MethodFacts].
///
/// The bytes are copied, except for what depends on the rest of the class or on debug information. A jump is written
/// as the number of the instruction it goes to: byte offsets move when the constant pool grows (`ldc` becomes
/// `ldc_w`). A constant is written as its rank among those that the method uses, and all of them follow at the end.
/// Line and variable tables are not looked at. (`java.lang.classfile` would give each instruction as an object: more
/// comfortable, and ten times slower in a JVM that has just started.)
///
/// A switch over an enum of another source file goes through `getstatic Fit$1.$SwitchMap$Color`, an array from
/// ordinal to case number that the compiler shares among all such switches of a source file. Both the class and the
/// numbers depend on unrelated methods, so they become a hole.
final class BodyReader {

    private static final Opcode[] OPCODES = opcodes();
    private static final int WIDE = 0xC4;
    /// No opcode has these.
    private static final int SWITCH_MAP = 0xFD;

    private static final int CATCH = 0xFE;
    private static final int END = 0xFF;

    private final ClassFacts owner;
    private final Constants constants;
    private final MethodModel method;
    private final MethodKey key;

    private final Encoding text = new Encoding();
    private final List<Hole> holes = new ArrayList<>();
    private final List<Constant> used = new ArrayList<>();
    private final IdentityHashMap<Constant, Integer> ranks = new IdentityHashMap<>();
    private final Deque<MemberRefEntry> openSwitchMaps = new ArrayDeque<>();
    private final SightingLog sightings = new SightingLog();
    private byte[] code = new byte[0];
    private int[] positions = new int[0];
    private boolean askedForOrdinal;
    private boolean looksUpCase;
    private boolean makesRecordMethod;
    private String fieldRead = "";
    private int instructions;

    BodyReader(ClassFacts owner, Constants constants, MethodModel method) {
        this.owner = owner;
        this.constants = constants;
        this.method = method;
        this.key = new MethodKey(
                owner.name(),
                method.methodName().stringValue(),
                method.methodType().stringValue());
    }

    MethodFacts read() {
        Optional<CodeAttribute> attribute = method.findAttribute(Attributes.code());
        Set<Reference> references = new LinkedHashSet<>();
        if (attribute.isPresent()) {
            code = attribute.get().codeArray();
            number();
            for (int at = 0; at < code.length; at += size(at)) {
                write(at, attribute.get());
            }
            attribute.get().exceptionHandlers().forEach(caught -> write(caught, attribute.get()));
            openSwitchMaps.forEach(map -> references.add(new Reference.StaticField(
                    map.owner().asInternalName(), map.name().stringValue())));
        }
        text.tag(END);
        for (Constant constant : used) {
            constant.writeTo(text);
            holes.addAll(constant.holes());
            references.addAll(constant.references());
        }
        return new MethodFacts(key, text.finish(), holes, List.copyOf(references), sightings.sightings(), kind());
    }

    /// A record's accessor loads its receiver, reads the field of its own name, and returns it.
    private MethodFacts.Kind kind() {
        boolean accessor = instructions == 3
                && fieldRead.equals(key.name())
                && key.descriptor().startsWith("()");
        return owner.isRecord() && (accessor || makesRecordMethod)
                ? MethodFacts.Kind.IMPLIED
                : MethodFacts.Kind.WRITTEN;
    }

    private void number() {
        positions = new int[code.length + 1];
        int position = 0;
        for (int at = 0; at < code.length; at += size(at)) {
            positions[at] = position;
            position += opcode(at) == Opcode.NOP ? 0 : 1;
        }
        positions[code.length] = position;
        instructions = position;
    }

    private void write(int at, CodeAttribute attribute) {
        Opcode opcode = opcode(at);
        boolean readySwitchMap = looksUpCase && !openSwitchMaps.isEmpty();
        boolean askedJustNow = askedForOrdinal;
        looksUpCase = false;
        askedForOrdinal = false;
        switch (opcode.kind()) {
            case NOP -> {
                // Compilers put these in for debuggers.
            }
            case FIELD_ACCESS -> field(opcode, unsigned2(at + 1));
            case INVOKE -> call(opcode, at, attribute);
            case INVOKE_DYNAMIC -> use(opcode, unsigned2(at + 1), Use.NAMED, at, attribute);
            case NEW_OBJECT -> use(opcode, unsigned2(at + 1), Use.CREATED, at, attribute);
            case NEW_REF_ARRAY, TYPE_CHECK -> use(opcode, unsigned2(at + 1), Use.NAMED, at, attribute);
            case NEW_MULTI_ARRAY -> {
                use(opcode, unsigned2(at + 1), Use.NAMED, at, attribute);
                text.tag(code[at + 3]);
            }
            case CONSTANT -> constant(opcode, at, attribute);
            case BRANCH, DISCONTINUED_JSR -> jump(opcode, at);
            case TABLE_SWITCH -> writeSwitch(Switches.table(code, at), readySwitchMap);
            case LOOKUP_SWITCH -> writeSwitch(Switches.lookup(code, at), readySwitchMap);
            case ARRAY_LOAD -> {
                copy(at);
                looksUpCase = opcode == Opcode.IALOAD && askedJustNow;
            }
            case LOAD, STORE, INCREMENT, NEW_PRIMITIVE_ARRAY, DISCONTINUED_RET -> copy(at);
            case ARRAY_STORE, CONVERT, MONITOR, OPERATOR, RETURN, STACK, THROW_EXCEPTION -> copy(at);
        }
    }

    private void copy(int at) {
        for (int i = at, end = at + size(at); i < end; i++) {
            text.tag(code[i]);
        }
    }

    private void jump(Opcode opcode, int at) {
        boolean wide = opcode == Opcode.GOTO_W || opcode == Opcode.JSR_W;
        Opcode shorter = opcode == Opcode.GOTO_W ? Opcode.GOTO : opcode == Opcode.JSR_W ? Opcode.JSR : opcode;
        int offset = wide ? Switches.signed4(code, at + 1) : (short) unsigned2(at + 1);
        text.tag(shorter.bytecode()).number(positions[at + offset]);
    }

    private void constant(Opcode opcode, int at, CodeAttribute attribute) {
        switch (opcode) {
            case LDC -> use(Opcode.LDC, code[at + 1] & 0xFF, loaded(at), at, attribute);
            case LDC_W, LDC2_W -> use(Opcode.LDC, unsigned2(at + 1), loaded(at), at, attribute);
            default -> copy(at);
        }
    }

    /// A class with an `assert` asks its class object whether assertions are on, and nothing else.
    private Use loaded(int at) {
        int next = at + size(at);
        boolean asserts = next < code.length
                && opcode(next) == Opcode.INVOKEVIRTUAL
                && constants.member(unsigned2(next + 1)).name().equalsString("desiredAssertionStatus");
        return asserts ? Use.NAMED : Use.ASKED_ABOUT;
    }

    private void field(Opcode opcode, int index) {
        boolean fixed = opcode == Opcode.GETSTATIC || opcode == Opcode.PUTSTATIC;
        MemberRefEntry field = constants.member(index);
        if (opcode == Opcode.GETSTATIC && field.name().stringValue().startsWith(Switches.MAP)) {
            openSwitchMaps.push(field);
            text.tag(SWITCH_MAP).text(Names.withoutSnippetNumbers(field.name().stringValue()));
            return;
        }
        if (opcode == Opcode.GETFIELD) {
            fieldRead = field.name().stringValue();
        }
        Constant constant = constants.at(index, fixed ? Use.STATIC_FIELD : Use.NAMED);
        text.tag(opcode.bytecode()).number(rank(constant));
        if (fixed && Names.isSnippet(field.owner().asInternalName())) {
            sightings.see(Warning.Kind.SESSION_VARIABLE, field.name().stringValue(), Lines.UNKNOWN);
        }
    }

    private void call(Opcode opcode, int at, CodeAttribute attribute) {
        int index = unsigned2(at + 1);
        boolean virtual = opcode == Opcode.INVOKEVIRTUAL || opcode == Opcode.INVOKEINTERFACE;
        use(opcode, index, virtual ? Use.CALLED_VIRTUALLY : Use.CALLED_EXACTLY, at, attribute);
        askedForOrdinal =
                !openSwitchMaps.isEmpty() && constants.member(index).name().equalsString("ordinal");
    }

    private void use(Opcode opcode, int index, Use use, int at, CodeAttribute attribute) {
        Constant constant = constants.at(index, use);
        text.tag(opcode.bytecode()).number(rank(constant));
        makesRecordMethod |= constant.makesRecordMethod();
        for (MethodKey call : constant.calls()) {
            sightings.see(call, Lines.at(attribute, at));
        }
    }

    /// Lambdas of equal content may share one constant or not, depending on debug information: those with holes are
    /// written each time.
    private int rank(Constant constant) {
        Integer rank = constant.holes().isEmpty() ? ranks.get(constant) : null;
        if (rank == null) {
            rank = used.size();
            used.add(constant);
            ranks.put(constant, rank);
        }
        return rank;
    }

    private void writeSwitch(Switches.Switch jumps, boolean readySwitchMap) {
        int otherwise = positions[jumps.otherwise()];
        // A table has its gaps filled with the default; whether there is a table or a list is the compiler's thrift.
        List<Hole.NumberedCase> cases = jumps.cases().stream()
                .map(one -> new Hole.NumberedCase(one.number(), positions[one.target()]))
                .filter(one -> one.target() != otherwise)
                .toList();
        text.tag(Opcode.LOOKUPSWITCH.bytecode()).number(otherwise);
        if (readySwitchMap) {
            MemberRefEntry map = openSwitchMaps.pop();
            holes.add(
                    new Hole.EnumCases(map.owner().asInternalName(), map.name().stringValue(), cases));
        } else {
            text.number(cases.size());
            cases.forEach(one -> text.number(one.number()).number(one.target()));
        }
    }

    private void write(ExceptionCatch caught, CodeAttribute attribute) {
        text.tag(CATCH)
                .number(positions[attribute.labelToBci(caught.tryStart())])
                .number(positions[attribute.labelToBci(caught.tryEnd())])
                .number(positions[attribute.labelToBci(caught.handler())])
                .number(caught.catchType()
                        .map(type -> rank(constants.at(type.index(), Use.NAMED)))
                        .orElse(END));
    }

    private Opcode opcode(int at) {
        int first = code[at] & 0xFF;
        return OPCODES[first == WIDE ? code[at + 1] & 0xFF : first];
    }

    private int size(int at) {
        int first = code[at] & 0xFF;
        if (first == WIDE) {
            return (code[at + 1] & 0xFF) == Opcode.IINC.bytecode() ? 6 : 4;
        }
        return switch (OPCODES[first]) {
            case TABLESWITCH -> Switches.tableSize(code, at);
            case LOOKUPSWITCH -> Switches.lookupSize(code, at);
            default -> OPCODES[first].sizeIfFixed();
        };
    }

    private int unsigned2(int at) {
        return ((code[at] & 0xFF) << Byte.SIZE) | (code[at + 1] & 0xFF);
    }

    private static Opcode[] opcodes() {
        Opcode[] opcodes = new Opcode[1 << Byte.SIZE];
        for (Opcode opcode : Opcode.values()) {
            if (opcode.bytecode() < opcodes.length) {
                opcodes[opcode.bytecode()] = opcode;
            }
        }
        return opcodes;
    }
}
