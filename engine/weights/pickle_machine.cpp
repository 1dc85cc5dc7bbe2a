#include "engine/weights/pickle_machine.h"

#include "engine/weights/little_endian.h"

#include <algorithm>
#include <cstdio>

namespace hipwright {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20;  ///< tensors lie beside the program, so it is short
constexpr std::size_t kMostMarks = 1000;
constexpr std::size_t kMostOnStack = 1'000'000;
constexpr std::size_t kMostInMemo = 1'000'000;
constexpr unsigned kNewestProtocol = 4;

/// Operations by their byte in the program; the names are Python's.
enum Operation : unsigned {
  kMark = '(',
  kStop = '.',
  kPop = '0',
  kPopMark = '1',
  kDup = '2',
  kBinFloat = 'G',
  kBinInt = 'J',
  kBinInt1 = 'K',
  kBinInt2 = 'M',
  kNone = 'N',
  kBinPersId = 'Q',
  kReduce = 'R',
  kBinString = 'T',
  kShortBinString = 'U',
  kBinUnicode = 'X',
  kAppend = 'a',
  kBuild = 'b',
  kGlobal = 'c',
  kDict = 'd',
  kEmptyDict = '}',
  kAppends = 'e',
  kBinGet = 'h',
  kLongBinGet = 'j',
  kList = 'l',
  kEmptyList = ']',
  kBinPut = 'q',
  kLongBinPut = 'r',
  kSetItem = 's',
  kTuple = 't',
  kEmptyTuple = ')',
  kSetItems = 'u',
  kBinBytes = 'B',
  kShortBinBytes = 'C',
  kProto = 0x80,
  kNewObj = 0x81,
  kTuple1 = 0x85,
  kTuple2 = 0x86,
  kTuple3 = 0x87,
  kNewTrue = 0x88,
  kNewFalse = 0x89,
  kLong1 = 0x8a,
  kLong4 = 0x8b,
  kShortBinUnicode = 0x8c,
  kBinUnicode8 = 0x8d,
  kBinBytes8 = 0x8e,
  kEmptySet = 0x8f,
  kAddItems = 0x90,
  kFrozenSet = 0x91,
  kNewObjEx = 0x92,
  kStackGlobal = 0x93,
  kMemoize = 0x94,
  kFrame = 0x95,
};

std::string hexByte(unsigned value) {
  char text[8];
  std::snprintf(text, sizeof text, "0x%02x", value);
  return text;
}

/// Two's complement, least significant byte first, in decimal.
std::string decimalText(std::span<const std::byte> bytes) {
  const bool negative = (bytes.back() & std::byte{0x80}) != std::byte{0};
  std::vector<unsigned> magnitude;
  unsigned carry = 1;
  for (const std::byte b : bytes) {
    unsigned digit = std::to_integer<unsigned>(b);
    if (negative) {
      digit = (~digit & 0xFFU) + carry;
      carry = digit >> 8;
    }
    magnitude.push_back(digit & 0xFFU);
  }
  std::string reversed;
  while (std::any_of(magnitude.begin(), magnitude.end(), [](unsigned d) { return d != 0; })) {
    unsigned rest = 0;
    for (std::size_t i = magnitude.size(); i-- > 0;) {
      rest = rest * 256 + magnitude[i];
      magnitude[i] = rest / 10;
      rest %= 10;
    }
    reversed += static_cast<char>('0' + rest);
  }
  if (negative) reversed += '-';
  return {reversed.rbegin(), reversed.rend()};
}

}  // namespace

PickleMachine::PickleMachine(std::span<const std::byte> program, PickleObjects& objects, const Refusal& refuse)
    : m_program(program), m_objects(objects), m_heap(objects.heap()), m_refuse(refuse) {}

PickleId PickleMachine::run() {
  if (m_program.size() > kMostBytes) m_refuse.bad("its pickle is too large to be a checkpoint's");
  for (;;) {
    const auto operation = takeNumber<std::uint8_t>();
    if (operation == kStop) return pop();
    const bool known = runScalar(operation) || runText(operation) || runContainer(operation) || runStack(operation) ||
                       runMemo(operation) || runObject(operation);
    if (!known) m_refuse.unsafe("the pickle operation " + hexByte(operation));
  }
}

bool PickleMachine::runScalar(unsigned operation) {
  switch (operation) {
    case kNone: push(PickleNone{}); return true;
    case kNewTrue: push(true); return true;
    case kNewFalse: push(false); return true;
    case kBinInt: push(std::int64_t{takeNumber<std::int32_t>()}); return true;
    case kBinInt1: push(std::int64_t{takeNumber<std::uint8_t>()}); return true;
    case kBinInt2: push(std::int64_t{takeNumber<std::uint16_t>()}); return true;
    case kLong1: longInteger(take(takeNumber<std::uint8_t>())); return true;
    case kLong4: longInteger(take(takeNumber<std::uint32_t>())); return true;
    case kBinFloat: {
      std::uint64_t bits = 0;
      for (const std::byte b : take(8)) bits = bits << 8 | std::to_integer<std::uint64_t>(b);
      push(std::bit_cast<double>(bits));
      return true;
    }
    default: return false;
  }
}

bool PickleMachine::runText(unsigned operation) {
  switch (operation) {
    case kShortBinUnicode: push(PickleText{takeString(takeNumber<std::uint8_t>())}); return true;
    case kBinUnicode: push(PickleText{takeString(takeNumber<std::uint32_t>())}); return true;
    case kBinUnicode8: push(PickleText{takeString(takeNumber<std::uint64_t>())}); return true;
    case kShortBinString: push(PickleText{takeString(takeNumber<std::uint8_t>())}); return true;
    case kBinString: push(PickleText{takeString(takeNumber<std::uint32_t>())}); return true;
    case kShortBinBytes: push(PickleBytes{takeString(takeNumber<std::uint8_t>())}); return true;
    case kBinBytes: push(PickleBytes{takeString(takeNumber<std::uint32_t>())}); return true;
    case kBinBytes8: push(PickleBytes{takeString(takeNumber<std::uint64_t>())}); return true;
    default: return false;
  }
}

bool PickleMachine::runContainer(unsigned operation) {
  switch (operation) {
    case kEmptyTuple: push(PickleTuple{}); return true;
    case kTuple1: push(PickleTuple{popMany(1)}); return true;
    case kTuple2: push(PickleTuple{popMany(2)}); return true;
    case kTuple3: push(PickleTuple{popMany(3)}); return true;
    case kTuple: push(PickleTuple{popToMark()}); return true;
    case kEmptySet:
    case kEmptyList: push(PickleList{}); return true;
    case kFrozenSet:
    case kList: push(PickleList{popToMark()}); return true;
    case kEmptyDict: push(PickleDict{}); return true;
    case kDict: {
      const auto values = popToMark();
      push(PickleDict{});
      setItems(top(), values);
      return true;
    }
    case kAppend: {
      const auto values = popMany(1);
      appendTo(top(), values);
      return true;
    }
    case kAddItems:
    case kAppends: {
      const auto values = popToMark();
      appendTo(top(), values);
      return true;
    }
    case kSetItem: {
      const auto values = popMany(2);
      setItems(top(), values);
      return true;
    }
    case kSetItems: {
      const auto values = popToMark();
      setItems(top(), values);
      return true;
    }
    default: return false;
  }
}

bool PickleMachine::runStack(unsigned operation) {
  switch (operation) {
    case kProto:
      if (takeNumber<std::uint8_t>() > kNewestProtocol) m_refuse.unsafe("a newer pickle protocol than 4");
      return true;
    case kFrame: take(8); return true;
    case kMark:
      if (m_marks.size() >= kMostMarks) m_refuse.bad("its pickle is nested too deeply");
      m_marks.push_back(m_stack.size());
      return true;
    case kPop:
      // Python drops a mark that lies on top in the same way.
      if (!m_marks.empty() && m_marks.back() == m_stack.size())
        m_marks.pop_back();
      else
        pop();
      return true;
    case kPopMark: popToMark(); return true;
    case kDup:
      if (m_stack.size() >= kMostOnStack) broken();
      m_stack.push_back(top());
      return true;
    default: return false;
  }
}

bool PickleMachine::runMemo(unsigned operation) {
  switch (operation) {
    case kBinPut: remember(takeNumber<std::uint8_t>()); return true;
    case kLongBinPut: remember(takeNumber<std::uint32_t>()); return true;
    case kMemoize: remember(static_cast<std::uint32_t>(m_memo.size())); return true;
    case kBinGet: recall(takeNumber<std::uint8_t>()); return true;
    case kLongBinGet: recall(takeNumber<std::uint32_t>()); return true;
    default: return false;
  }
}

bool PickleMachine::runObject(unsigned operation) {
  switch (operation) {
    case kGlobal: {
      const std::string module = takeLine();
      push(PickleGlobal{module + "." + takeLine()});
      return true;
    }
    case kStackGlobal: {
      const auto names = popMany(2);
      const auto* module = m_heap.get<PickleText>(names[0]);
      const auto* name = m_heap.get<PickleText>(names[1]);
      if (module == nullptr || name == nullptr || !isPlainName(module->utf8) || !isPlainName(name->utf8)) broken();
      push(PickleGlobal{module->utf8 + "." + name->utf8});
      return true;
    }
    case kReduce:
    case kNewObj: {
      const auto parts = popMany(2);
      m_stack.push_back(m_objects.reduce(parts[0], parts[1]));
      return true;
    }
    case kNewObjEx: {
      const auto parts = popMany(3);
      m_stack.push_back(m_objects.reduce(parts[0], parts[1]));
      return true;
    }
    case kBuild: {
      const auto state = popMany(1);
      m_objects.build(top(), state[0]);
      return true;
    }
    case kBinPersId: {
      const PickleId id = pop();
      m_stack.push_back(m_objects.persistent(id));
      return true;
    }
    default: return false;
  }
}

std::span<const std::byte> PickleMachine::take(std::uint64_t count) {
  if (count > m_program.size() - m_at) m_refuse.bad("its pickle ends too early");
  const auto bytes = m_program.subspan(m_at, static_cast<std::size_t>(count));
  m_at += bytes.size();
  return bytes;
}

template <typename Number>
Number PickleMachine::takeNumber() {
  return loadLittle<Number>(take(sizeof(Number)), 0);
}

std::string PickleMachine::takeString(std::uint64_t count) {
  const auto bytes = take(count);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string PickleMachine::takeLine() {
  const auto rest = m_program.subspan(m_at);
  const auto end = std::find(rest.begin(), rest.end(), std::byte{'\n'});
  const std::string line = takeString(static_cast<std::uint64_t>(end - rest.begin()));
  take(1);
  if (!isPlainName(line)) broken();
  return line;
}

void PickleMachine::push(PickleValue value) { m_stack.push_back(m_heap.add(std::move(value))); }

PickleId PickleMachine::top() const {
  const std::size_t floor = m_marks.empty() ? 0 : m_marks.back();
  if (m_stack.size() <= floor) broken();
  return m_stack.back();
}

PickleId PickleMachine::pop() {
  const PickleId id = top();
  m_stack.pop_back();
  return id;
}

std::vector<PickleId> PickleMachine::popToMark() {
  if (m_marks.empty()) broken();
  const auto first = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
  std::vector<PickleId> values(first, m_stack.end());
  m_stack.erase(first, m_stack.end());
  m_marks.pop_back();
  return values;
}

std::vector<PickleId> PickleMachine::popMany(std::size_t count) {
  std::vector<PickleId> values(count);
  for (std::size_t i = count; i-- > 0;) values[i] = pop();
  return values;
}

void PickleMachine::remember(std::uint32_t index) {
  if (m_memo.size() >= kMostInMemo) m_refuse.bad("its pickle remembers too many values");
  m_memo[index] = top();
}

void PickleMachine::recall(std::uint32_t index) {
  const auto found = m_memo.find(index);
  if (found == m_memo.end() || m_stack.size() >= kMostOnStack) broken();
  m_stack.push_back(found->second);
}

void PickleMachine::appendTo(PickleId target, const std::vector<PickleId>& values) {
  if (m_heap.get<PickleOpaque>(target) != nullptr) return;
  auto* list = m_heap.get<PickleList>(target);
  if (list == nullptr) broken();
  list->items.insert(list->items.end(), values.begin(), values.end());
}

void PickleMachine::setItems(PickleId target, const std::vector<PickleId>& values) {
  if (values.size() % 2 != 0) broken();
  if (m_heap.get<PickleOpaque>(target) != nullptr) return;
  auto* dict = m_heap.get<PickleDict>(target);
  if (dict == nullptr) broken();
  for (std::size_t i = 0; i < values.size(); i += 2) dict->items.emplace_back(values[i], values[i + 1]);
}

void PickleMachine::longInteger(std::span<const std::byte> bytes) {
  if (bytes.size() > 64) return push(PickleBigInteger{"an integer of " + std::to_string(bytes.size()) + " bytes"});
  if (bytes.size() > 8) return push(PickleBigInteger{decimalText(bytes)});
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | std::to_integer<std::uint64_t>(bytes[i]);
  const bool negative = !bytes.empty() && (bytes.back() & std::byte{0x80}) != std::byte{0};
  if (negative && bytes.size() < 8) value |= ~std::uint64_t{0} << (8 * bytes.size());
  push(static_cast<std::int64_t>(value));
}

void PickleMachine::broken() const { m_refuse.bad("its pickle makes no sense"); }

}  // namespace hipwright
