extension LostUpdate {
  /// Where the workspace shows the schema.
  static let modelExamples: [RuleExample] = [
    RuleExample(
      "ruby",
      "The table has a version that is checked at each save",
      path: "app/models/restock.rb",
      others: [
        "db/schema.rb": """
        ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do
          create_table "bins", force: :cascade do |t|
            t.integer "count"
            t.integer "lock_version", default: 0
          end
        end
        """
      ],
      """
      class Restock
        def call(id, more)
          bin = Bin.find(id)
          bin.count += more
          bin.save!
          ^^^^^^^^^ checked
        end
      end
      """
    ),
    RuleExample(
      "python",
      "The mapping names a version",
      path: "shop/restock.py",
      others: [
        "shop/tables.py": """
        from sqlalchemy import Column, Integer

        class Shelf(Base):
            __tablename__ = "shelf"
            count = Column(Integer)
            version = Column(Integer, nullable=False)
            __mapper_args__ = {"version_id_col": version}
        """
      ],
      """
      from sqlalchemy.orm import Session
      from shop.tables import Shelf

      def restock(session: Session, key, more):
          shelf = session.get(Shelf, key)
          shelf.count = shelf.count + more
          session.commit()
          ^^^^^^^^^^^^^^^^ checked
      """
    ),
  ]
}
