package shop;

import dev.wadachi.table.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What is known about a week before it comes.
final class Calendar {

    private Calendar() {}

    /// How the days of a week are spread over the months, compared with the weeks from which its level is taken: 3 in
    /// `july` says that the week has three days of July more than those had on average.
    ///
    /// Sales change with the month, so this tells by how much to move the level.
    record Week(
            LocalDate week,
            double january,
            double february,
            double march,
            double april,
            double may,
            double june,
            double july,
            double august,
            double september,
            double october,
            double november,
            double december) {}

    /// The columns of [Week] that say something about it.
    static final List<String> MONTHS = Arrays.stream(Week.class.getRecordComponents())
            .map(component -> component.getName())
            .filter(name -> !name.equals("week"))
            .toList();

    /// One row a week.
    ///
    /// @param first the Monday of the first week
    /// @param last the Monday of the last week
    static Table weeks(LocalDate first, LocalDate last) {
        return Table.of(Stream.iterate(first, monday -> !monday.isAfter(last), monday -> monday.plusWeeks(1))
                .map(Calendar::week)
                .toList());
    }

    static Week week(LocalDate monday) {
        double[] months = Arrays.stream(Month.values())
                .mapToDouble(month -> shift(monday, month))
                .toArray();
        return new Week(
                monday,
                months[0],
                months[1],
                months[2],
                months[3],
                months[4],
                months[5],
                months[6],
                months[7],
                months[8],
                months[9],
                months[10],
                months[11]);
    }

    /// By how many days of the month this week differs from the mean of the weeks of its level.
    static double shift(LocalDate monday, Month month) {
        double level = Features.LEVEL.stream()
                .mapToInt(lag -> days(monday.minusWeeks(lag), month))
                .average()
                .orElseThrow();
        return days(monday, month) - level;
    }

    /// How many of the seven days from this Monday on lie in the month.
    static int days(LocalDate monday, Month month) {
        return (int) monday.datesUntil(monday.plusDays(7))
                .filter(day -> day.getMonth() == month)
                .count();
    }

    /// The Monday of a week of ISO 8601: week 53 of 2020 begins on 28 December, week 1 of 2021 on 4 January.
    static LocalDate monday(int year, int week) {
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(DayOfWeek.MONDAY);
    }
}
