import type { EditKind, RecordWords } from './edit-records';
import { editZh } from './edit-zh';

const { newTitle, newSubtitle, editTitle, form, sections, labels } = editZh;

export const editRecordsZh: Record<EditKind, RecordWords> = {
  incident: {
    form,
    newTitle,
    newSubtitle,
    editTitle,
    sections,
    labels: { placeId: labels.place, destinationPlaceId: labels.destination },
  },
  directive: {
    form: '批示',
    newTitle: '新建批示',
    newSubtitle: '新建后为草稿，只有您和编辑可见。',
    editTitle: '编辑批示',
    sections: {
      what: '批示内容',
      issuer: '发出者与受文者',
      when: '时间',
      incidents: '相关事件',
      claims: '证据',
      note: '备注',
    },
    labels: {},
  },
  source: {
    form: '来源',
    newTitle: '新建来源',
    newSubtitle: '保存后读者即可看到。',
    editTitle: '编辑来源',
    sections: { what: '基本信息', where: '网址', note: '备注' },
    labels: {},
  },
  figure: {
    form: '来源所载数字',
    newTitle: '新建数字',
    newSubtitle: '来源所报的总数，不计入统计；保存后读者即可看到。',
    editTitle: '编辑数字',
    sections: { what: '统计内容', scope: '地点与时间', source: '出自何处' },
    labels: {},
  },
};
