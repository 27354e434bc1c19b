import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calendarOf,
  createCalendar,
  dayLength,
  hourLength,
  hoursOf,
  lastDays,
  listDays,
  periodBefore,
  workingTime,
} from '../../../core/calendar.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia'];
const someTime = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2030, 0, 1) });

test('a moment has the date, the hour and the weekday that the browser writes for it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), someTime, (zone, time) => {
      const { dayOf, hourOf, weekdayOf } = createCalendar(zone);
      const write = (options: Intl.DateTimeFormatOptions, at: number, timeZone: string) =>
        new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at);
      expect(write({ dateStyle: 'full' }, dayOf(time), 'UTC')).toBe(write({ dateStyle: 'full' }, time, zone));
      expect(String(hourOf(time)).padStart(2, '0')).toBe(write({ hour: '2-digit', hourCycle: 'h23' }, time, zone));
      const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
      expect(names[weekdayOf(time)]).toBe(write({ weekday: 'long' }, time, zone));
    }),
  );
});

test('the moment a clock on the wall shows a time is one at which it shows that time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), someTime, (zone, time) => {
      const { wallOf, momentOf } = createCalendar(zone);
      const wall = wallOf(time);
      expect(wallOf(momentOf(wall))).toBe(wall);
    }),
  );
});

test('a zone that is unknown here is UTC', () => {
  expect(calendarOf('Moon/Tranquility').zone).toBe('UTC');
  expect(calendarOf(undefined).zone).toBe('UTC');
});

test('the last seven days end today, and those before them right before', () => {
  const calendar = createCalendar('America/New_York');
  const now = Date.UTC(2026, 10, 2, 3);
  const period = lastDays(7, now, calendar);
  expect(new Date(period.to).toISOString()).toBe('2026-11-01T00:00:00.000Z');
  expect(listDays(period)).toHaveLength(7);
  expect(periodBefore(period).to).toBe(period.from - dayLength);
  expect(listDays(periodBefore(period))).toHaveLength(7);
});

const office = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };

test('what comes in at night waits from the morning on, and a weekend is no wait', () => {
  const calendar = createCalendar('Europe/Berlin');
  const at = (day: number, hour: number) => calendar.momentOf(Date.UTC(2026, 10, day, hour));
  // 27 November 2026 is a Friday.
  expect(workingTime(at(26, 22), at(27, 10), office, calendar)).toBe(hourLength);
  expect(workingTime(at(27, 16), at(30, 10), office, calendar)).toBe(2 * hourLength);
  expect(workingTime(at(28, 9), at(29, 20), office, calendar)).toBe(0);
  expect(workingTime(at(27, 10), at(27, 22), office, calendar)).toBe(7 * hourLength);
});

test('working time is what is found minute by minute', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), someTime, fc.integer({ min: 0, max: 4 * 24 * 60 }), (zone, start, minutes) => {
      const calendar = createCalendar(zone);
      const from = Math.floor(start / 60_000) * 60_000;
      const to = from + minutes * 60_000;
      let worked = 0;
      for (let at = from; at < to; at += 60_000) {
        const minute = (calendar.wallOf(at) % dayLength) / 60_000;
        if (office.days.includes(calendar.weekdayOf(at)) && minute >= office.from && minute < office.to) worked += 60_000;
      }
      expect(workingTime(from, to, office, calendar)).toBe(worked);
    }),
    { numRuns: 40 },
  );
});

test('the hours of some days are those that begin in them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones, 'America/St_Johns'), someTime, fc.integer({ min: 0, max: 9 }), (zone, time, length) => {
      const calendar = createCalendar(zone);
      const first = calendar.dayOf(time);
      const period = { from: first, to: first + length * dayLength };
      const { from, to } = hoursOf(period, calendar);
      const start = Math.floor(time / hourLength) * hourLength;
      for (let hour = start - 50 * hourLength; hour < start + (length + 3) * dayLength; hour += hourLength) {
        const day = calendar.dayOf(hour);
        expect([zone, hour, hour >= from && hour < to]).toEqual([zone, hour, day >= period.from && day <= period.to]);
      }
    }),
  );
});
