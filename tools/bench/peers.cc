#include "tools/bench/peers.h"

#include <xapian.h>

#include <cctype>
#include <stdexcept>

#ifdef TIMSO_SQLITE
#include <sqlite3.h>
#endif

namespace timso {
namespace {

class BareXapian : public Peer {
 public:
  BareXapian(const std::vector<BenchDocument>& documents, const std::filesystem::path& scratch)
      : database_((scratch / "xapian").string(), Xapian::DB_CREATE_OR_OVERWRITE) {
    Xapian::TermGenerator generator;
    for (const BenchDocument& given : documents) {
      Xapian::Document document;
      document.set_data(given.id);
      generator.set_document(document);
      generator.index_text(given.text);
      database_.add_document(document);
    }
    database_.commit();
  }
  std::string Name() const override { return "bare Xapian"; }
  std::vector<std::string> Search(const std::string& question) override {
    Xapian::QueryParser parser;
    parser.set_database(database_);
    Xapian::Enquire enquire(database_);
    enquire.set_query(parser.parse_query(question, 0));
    const Xapian::MSet found = enquire.get_mset(0, 10);
    std::vector<std::string> ids;
    for (Xapian::MSetIterator it = found.begin(); it != found.end(); ++it) ids.push_back(it.get_document().get_data());
    return ids;
  }

 private:
  Xapian::WritableDatabase database_;
};

#ifdef TIMSO_SQLITE
class Fts5 : public Peer {
 public:
  Fts5(const std::vector<BenchDocument>& documents, const std::filesystem::path& scratch) {
    sqlite3_open((scratch / "fts5.db").c_str(), &database_);
    Do("create virtual table docs using fts5(id unindexed, text)");
    Do("begin");
    sqlite3_stmt* insert = Prepare("insert into docs values (?, ?)");
    for (const BenchDocument& given : documents) {
      Bind(insert, 1, given.id);
      Bind(insert, 2, given.text);
      sqlite3_step(insert);
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    Do("commit");
    search_ = Prepare("select id from docs where docs match ? order by rank limit 10");
  }
  ~Fts5() override {
    sqlite3_finalize(search_);
    sqlite3_close(database_);
  }
  Fts5(const Fts5&) = delete;
  Fts5& operator=(const Fts5&) = delete;
  std::string Name() const override { return "SQLite FTS5"; }
  std::vector<std::string> Search(const std::string& question) override {
    Bind(search_, 1, AnyOf(question));
    std::vector<std::string> ids;
    while (sqlite3_step(search_) == SQLITE_ROW) {
      ids.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(search_, 0)));
    }
    sqlite3_reset(search_);
    return ids;
  }

 private:
  // Each word as a string of FTS5's language, OR between.
  static std::string AnyOf(const std::string& question) {
    std::string any;
    std::string word;
    for (const char c : question + " ") {
      const auto byte = static_cast<unsigned char>(c);
      if (byte >= 0x80 || std::isalnum(byte) != 0) {
        word += c;
      } else if (!word.empty()) {
        any += (any.empty() ? "\"" : " OR \"") + word + "\"";
        word.clear();
      }
    }
    return any;
  }
  void Do(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database_));
  }
  sqlite3_stmt* Prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database_));
    return statement;
  }
  static void Bind(sqlite3_stmt* statement, int at, const std::string& text) {
    sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* search_ = nullptr;
};
#endif

}  // namespace

std::vector<std::unique_ptr<Peer>> Peers(const std::vector<BenchDocument>& documents,
                                         const std::filesystem::path& scratch) {
  std::vector<std::unique_ptr<Peer>> peers;
  peers.push_back(std::make_unique<BareXapian>(documents, scratch));
#ifdef TIMSO_SQLITE
  peers.push_back(std::make_unique<Fts5>(documents, scratch));
#endif
  return peers;
}

}  // namespace timso
