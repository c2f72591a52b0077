--- Days as numbers, and the shapes in which letters write them.

local calendar = {}

local MONTHS = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
}

--- The number of a day; 1970-01-01 is 0, a Thursday.
function calendar.day(year, month, day)
  local y = month <= 2 and year - 1 or year
  local era = y // 400
  local yoe = y - era * 400
  local doy = (153 * (month + (month > 2 and -3 or 9)) + 2) // 5 + day - 1
  return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - 719468
end

--- Year, month and day of a day's number.
function calendar.parts(number)
  local z = number + 719468
  local era = z // 146097
  local doe = z - era * 146097
  local yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
  local doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
  local mp = (5 * doy + 2) // 153
  local month = mp < 10 and mp + 3 or mp - 9
  return yoe + era * 400 + (month <= 2 and 1 or 0), month, doy - (153 * mp + 2) // 5 + 1
end

--- The day itself, or the last working day before it.
function calendar.workday(number)
  local weekday = (number + 4) % 7 -- 0 is Sunday
  return weekday == 0 and number - 2 or weekday == 6 and number - 1 or number
end

function calendar.iso(number)
  return ("%04d-%02d-%02d"):format(calendar.parts(number))
end

--- How a letter writes its dates, each shape as often as `weight` says.
calendar.shapes = {
  { weight = 45, write = function(y, m, d) return ("%02d/%02d/%04d"):format(m, d, y) end },
  { weight = 15, write = function(y, m, d) return ("%02d-%02d-%04d"):format(m, d, y) end },
  { weight = 20, write = function(y, m, d) return ("%s %d, %d"):format(MONTHS[m], d, y) end },
  { weight = 8, write = function(y, m, d) return ("%d/%d/%04d"):format(m, d, y) end },
  { weight = 7, write = function(y, m, d) return ("%02d/%02d/%02d"):format(m, d, y % 100) end },
  { weight = 5, write = function(y, m, d) return ("%d-%d-%02d"):format(m, d, y % 100) end },
}

--- The shape of the header block.
function calendar.header(number)
  local y, m, d = calendar.parts(number)
  return ("%02d/%02d/%04d"):format(m, d, y)
end

--- The shape of the notices' header block.
function calendar.short(number)
  local y, m, d = calendar.parts(number)
  return ("%d/%d/%d"):format(m, d, y)
end

--- "July 24, 2013"
function calendar.long(number)
  local y, m, d = calendar.parts(number)
  return ("%s %d, %d"):format(MONTHS[m], d, y)
end

return calendar
