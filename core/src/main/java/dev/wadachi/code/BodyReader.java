package dev.wadachi.code;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CustomAttribute;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.PseudoInstruction;
import java.lang.classfile.attribute.RuntimeInvisibleTypeAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleTypeAnnotationsAttribute;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.attribute.UnknownAttribute;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.CharacterRange;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one method's instructions into [MethodFacts].
///
/// A jump is written as the number of the instruction it goes to. Instructions are the same with and without debug
/// information and whatever else is in the constant pool; byte offsets are not (`ldc` becomes `ldc_w`), and labels
/// are not (line and variable tables have some of their own).
///
/// A switch over an enum of another source file goes through `getstatic Fit$1.$SwitchMap$Color`, an array from
/// ordinal to case number that the compiler shares among all such switches of a source file. Both the class and the
/// numbers depend on unrelated methods, so they become a hole.
final class BodyReader {

    private static final String SWITCH_MAP = "$SwitchMap$";
    private static final int SWITCH_MAP_TAG = 0xFE;
    private static final int CATCH_TAG = 0xFF;

    private final ClassFacts owner;
    private final MethodModel method;
    private final MethodKey key;
    private final BodyText text;
    private final Map<Label, Integer> positions = new HashMap<>();
    private final Deque<MemberRefEntry> openSwitchMaps = new ArrayDeque<>();
    private Optional<MemberRefEntry> switchMap = Optional.empty();
    private int instructions;
    private String lastFieldRead = "";

    BodyReader(ClassFacts owner, MethodModel method) {
        this.owner = owner;
        this.method = method;
        this.key = new MethodKey(
                owner.name(),
                method.methodName().stringValue(),
                method.methodType().stringValue());
        this.text = new BodyText(owner);
    }

    MethodFacts read() {
        Optional<CodeModel> code = method.code();
        if (code.isPresent()) {
            List<CodeElement> elements = code.get().elementList();
            number(elements);
            elements.forEach(this::write);
            openSwitchMaps.forEach(map -> text.staticField(map.owner(), map.name()));
        }
        return text.facts(key, isImplied() ? MethodFacts.Kind.IMPLIED : MethodFacts.Kind.WRITTEN);
    }

    private void number(List<CodeElement> elements) {
        int position = 0;
        for (CodeElement element : elements) {
            if (element instanceof LabelTarget target) {
                positions.put(target.label(), position);
            } else if (element instanceof Instruction && !(element instanceof NopInstruction)) {
                position++;
            }
        }
    }

    private boolean isImplied() {
        boolean accessor = instructions == 3
                && lastFieldRead.equals(key.name())
                && key.descriptor().startsWith("()");
        return owner.isRecord() && (accessor || text.isImpliedByRecord());
    }

    private void write(CodeElement element) {
        switch (element) {
            case NopInstruction _ -> {
                // Compilers put these in for debuggers.
            }
            case Instruction instruction -> {
                instructions++;
                Optional<MemberRefEntry> ready = switchMap;
                switchMap = Optional.empty();
                write(instruction, ready);
            }
            case PseudoInstruction pseudo -> write(pseudo);
            case StackMapTableAttribute _, RuntimeVisibleTypeAnnotationsAttribute _ -> {}
            case RuntimeInvisibleTypeAnnotationsAttribute _, CustomAttribute<?> _, UnknownAttribute _ -> {}
        }
    }

    private void write(PseudoInstruction pseudo) {
        switch (pseudo) {
            case LineNumber line -> text.line(line.line());
            case ExceptionCatch caught -> {
                text.tag(CATCH_TAG)
                        .number(position(caught.tryStart()))
                        .number(position(caught.tryEnd()))
                        .number(position(caught.handler()));
                caught.catchType().ifPresentOrElse(text::type, () -> text.tag(0));
            }
            case LabelTarget _, LocalVariable _, LocalVariableType _, CharacterRange _ -> {}
        }
    }

    private void write(Instruction instruction, Optional<MemberRefEntry> readySwitchMap) {
        Opcode opcode = instruction.opcode();
        switch (instruction) {
            case LoadInstruction load ->
                text.tag(Opcode.ILOAD.bytecode()).kind(load.typeKind()).number(load.slot());
            case StoreInstruction store ->
                text.tag(Opcode.ISTORE.bytecode()).kind(store.typeKind()).number(store.slot());
            case IncrementInstruction add ->
                text.tag(Opcode.IINC.bytecode()).number(add.slot()).number(add.constant());
            case ConstantInstruction constant -> write(constant);
            case BranchInstruction branch -> text.tag(shortForm(opcode)).number(position(branch.target()));
            case TableSwitchInstruction table -> write(table.defaultTarget(), table.cases(), readySwitchMap);
            case LookupSwitchInstruction lookup -> write(lookup.defaultTarget(), lookup.cases(), readySwitchMap);
            case FieldInstruction field -> write(field);
            case InvokeInstruction call -> text.tag(opcode.bytecode()).call(call);
            case InvokeDynamicInstruction call -> text.tag(opcode.bytecode()).dynamicCall(call.invokedynamic());
            case NewObjectInstruction created -> text.tag(opcode.bytecode()).created(created.className());
            case NewReferenceArrayInstruction array ->
                text.tag(opcode.bytecode()).type(array.componentType());
            case NewPrimitiveArrayInstruction array ->
                text.tag(opcode.bytecode()).kind(array.typeKind());
            case NewMultiArrayInstruction array ->
                text.tag(opcode.bytecode()).type(array.arrayType()).number(array.dimensions());
            case TypeCheckInstruction check -> text.tag(opcode.bytecode()).type(check.type());
            case ArrayLoadInstruction _ -> {
                text.tag(opcode.bytecode());
                if (opcode == Opcode.IALOAD && text.hasJustAskedForOrdinal()) {
                    switchMap = Optional.ofNullable(openSwitchMaps.peek());
                }
            }
            case ArrayStoreInstruction _, ConvertInstruction _, MonitorInstruction _, OperatorInstruction _ ->
                text.tag(opcode.bytecode());
            case ReturnInstruction _, StackInstruction _, ThrowInstruction _ -> text.tag(opcode.bytecode());
            case DiscontinuedInstruction.JsrInstruction jump ->
                text.tag(Opcode.JSR.bytecode()).number(position(jump.target()));
            case DiscontinuedInstruction.RetInstruction ret ->
                text.tag(Opcode.RET.bytecode()).number(ret.slot());
            case NopInstruction _ -> {}
        }
    }

    private void write(ConstantInstruction constant) {
        switch (constant) {
            case ConstantInstruction.IntrinsicConstantInstruction known ->
                text.tag(known.opcode().bytecode());
            case ConstantInstruction.ArgumentConstantInstruction small ->
                text.tag(Opcode.SIPUSH.bytecode()).number(small.constantValue());
            case ConstantInstruction.LoadConstantInstruction pooled ->
                text.tag(Opcode.LDC.bytecode()).constant(pooled.constantEntry());
        }
    }

    private void write(FieldInstruction field) {
        if (field.opcode() == Opcode.GETSTATIC && field.name().stringValue().startsWith(SWITCH_MAP)) {
            openSwitchMaps.push(field.field());
            text.tag(SWITCH_MAP_TAG).name(field.name().stringValue());
            return;
        }
        if (field.opcode() == Opcode.GETFIELD) {
            lastFieldRead = field.name().stringValue();
        }
        text.tag(field.opcode().bytecode()).field(field);
    }

    private void write(Label otherwise, List<SwitchCase> cases, Optional<MemberRefEntry> readySwitchMap) {
        int defaultPosition = position(otherwise);
        // A table has its gaps filled with the default; whether there is a table or a list is the compiler's thrift.
        List<Hole.NumberedCase> real = cases.stream()
                .map(one -> new Hole.NumberedCase(one.caseValue(), position(one.target())))
                .filter(one -> one.target() != defaultPosition)
                .toList();
        text.tag(Opcode.LOOKUPSWITCH.bytecode()).number(defaultPosition);
        if (readySwitchMap.isPresent()) {
            MemberRefEntry map = openSwitchMaps.pop();
            text.hole(
                    new Hole.EnumCases(map.owner().asInternalName(), map.name().stringValue(), real));
        } else {
            text.number(real.size());
            real.forEach(one -> text.number(one.number()).number(one.target()));
        }
    }

    private static int shortForm(Opcode opcode) {
        return switch (opcode) {
            case GOTO_W -> Opcode.GOTO.bytecode();
            default -> opcode.bytecode();
        };
    }

    private int position(Label label) {
        Integer position = positions.get(label);
        if (position == null) {
            throw new IllegalStateException("a jump to nowhere in " + key);
        }
        return position;
    }
}
