package dev.wadachi.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.task.Added;
import dev.wadachi.task.Context;
import dev.wadachi.task.Insignificant;
import dev.wadachi.task.Name;
import dev.wadachi.task.Task;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private interface Open {}

    private static final class Plain {}

    private sealed interface Mixed permits Good, Bad {}

    private record Good() implements Mixed {}

    private static final class Bad implements Mixed {}

    private sealed interface Twice permits First, Second {}

    @Name("same")
    private record First() implements Twice {}

    @Name("same")
    private record Second() implements Twice {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Nested(double[] weights, Plain plain) {}

    @SuppressWarnings({"ArrayRecordComponent", "rawtypes", "OptionalUsedAsFieldOrParameterType"})
    private record Everything<T>(
            double[] array,
            byte[] bytes,
            List<int[]> arrays,
            Function<String, String> function,
            Stream<String> stream,
            Connection connection,
            Path path,
            Random random,
            Date date,
            Object object,
            Number number,
            Open open,
            Plain plain,
            ArrayList<String> arrayList,
            List raw,
            OptionalInt optionalInt,
            Optional<Optional<String>> optionals,
            T variable,
            Class<?> type,
            Mixed mixed,
            Twice twice,
            Nested nested,
            Set<Task<String>> setOfTasks,
            Optional<Task<String>> optionalTask,
            Map<Integer, Task<String>> tasksByNumber,
            List<List<Task<String>>> nestedTasks,
            @Insignificant Task<String> insignificantTask,
            @Added("x") Task<String> addedTask,
            @Added("many") int added)
            implements Task<String> {
        @Override
        public String run(Context in) {
            return "";
        }
    }

    @Test
    void everything_that_is_no_parameter_is_refused_at_once_with_what_to_write_instead() {
        assertThat(lines(Shape.of(Everything.class).refusals())).isEqualTo("""
                Everything.array is an array (double[]), which can change later and equals only itself; write List<Double>.
                Everything.bytes is an array (byte[]), which can change later and equals only itself; write a String, or have the bytes come from an upstream task.
                Everything.arrays is an array (int[]), which can change later and equals only itself; write List<Integer>.
                Everything.function is a function (Function<String, String>), whose code has no name that lasts; write an enum, or a sealed interface of records, that says which one.
                Everything.stream is a Stream<String>, which can be read only once; write a List, or an upstream task.
                Everything.connection is a connection (Connection) and no value; ask the context for it by name: in.resource(Connection.class, "warehouse").
                Everything.path is a Path, which means another place on another machine; write a String relative to the project's root, and read in.path(it).
                Everything.random is a Random, whose state changes; draw from in.random(), or write a long as seed.
                Everything.date is a Date, which can change later; write a type of java.time, such as LocalDate.
                Everything.object is of type Object, which may be anything; write the type that is meant.
                Everything.number is of type Number, which may be anything; write the type that is meant.
                Everything.open is of the open interface Open; make Open sealed, and the types that implement it records.
                Everything.plain is of class Plain, which is no record; make it a record, or have it come from an upstream task.
                Everything.arrayList is of type ArrayList<String>; write List.
                Everything.raw is of type List; say of what: List<String>.
                Everything.optionalInt is of type OptionalInt; write Optional<Integer>.
                Everything.optionals is an Optional of an Optional; write one Optional, or a sealed interface of records that names the cases.
                Everything.variable is of the open type T; write the type that is meant.
                Everything.type is a Class; write an enum, or a sealed interface of records, that says which one.
                Everything.mixed may be a Bad, which is no record; write 'Bad' as a record.
                Twice has two variants named 'same'; name one of them otherwise, or mend its @Name or @Was.
                Nested.weights is an array (double[]), which can change later and equals only itself; write List<Double>.
                Nested.plain is of class Plain, which is no record; make it a record, or have it come from an upstream task.
                Everything.setOfTasks is Set<Task<String>>, and a set of tasks has no order in which to load them; write List<Task<String>> or Map<String, Task<String>>.
                Everything.optionalTask is Optional<Task<String>>, which holds a task where no upstream is looked for; write List<Task<String>> with none or one element.
                Everything.tasksByNumber is Map<Integer, Task<String>>, but the names of upstreams are texts; write List<Task<String>> or Map<String, Task<String>>.
                Everything.nestedTasks holds a task (Task<String>) deep inside; write it as a component of its own, in a List<Task<String>> or in a Map<String, Task<String>>.
                Everything.insignificantTask is an upstream marked @Insignificant, but its value enters the result; leave the annotation out, or pass what is insignificant as a parameter.
                Everything.addedTask is an upstream marked @Added, but no text can stand for a task; leave the annotation out, and 'wadachi accept' the old results.
                Everything.added has @Added("many"), but many is not a whole number of at most 32 bits, such as 53; write the value that means what was meant before, as at the command line.
                """);
    }

    @Test
    void a_task_that_is_no_record_is_refused() {
        Task<String> lambda = in -> "";

        assertThat(lines(Shape.of(lambda.getClass()).refusals()))
                .startsWith("dev.wadachi.parameter.RefusalsTest$$Lambda")
                .endsWith(" is a task but no record, so nothing says what it depends on; "
                        + "write it as a record whose components are its parameters and upstreams.\n");
    }

    private record Ever<T>(List<Ever<List<T>>> larger) {}

    private record Holder(Ever<String> ever) {}

    @Test
    void a_type_that_contains_ever_larger_versions_of_itself_is_refused() {
        assertThatThrownBy(() -> ValueForm.of(Holder.class))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "Ever.larger is a type that contains ever larger versions of itself (List); write a type without type parameters.");
    }

    private record Tree(String name, List<Tree> children) {}

    @Test
    void a_record_may_contain_itself() {
        ValueForm form = ValueForm.of((Type) Tree.class);
        Tree tree = new Tree("root", List.of(new Tree("left", List.of()), new Tree("right", List.of())));

        assertThat(form.print(tree))
                .isEqualTo("tree(name=root,children=[tree(name=left,children=[]),tree(name=right,children=[])])");
        assertThat(form.parse(form.print(tree))).isEqualTo(tree);
    }

    private static String lines(List<Refusal> refusals) {
        return refusals.stream().map(refusal -> refusal + "\n").collect(Collectors.joining());
    }
}
